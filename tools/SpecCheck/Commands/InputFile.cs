namespace Fapi.SpecCheck.Commands;

internal static class InputFile
{
    /// <summary>Reads a text file that the caller named.</summary>
    /// <param name="what">What the file is, such as <c>spec</c>.</param>
    /// <param name="option">Option that names another file.</param>
    /// <exception cref="WrongInputException">It can't be read.</exception>
    public static async Task<string> ReadAsync(string file, string what, string option, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var why = error is FileNotFoundException or DirectoryNotFoundException
                ? "it does not exist"
                : Sentence.FirstLine(error.Message);
            throw new WrongInputException($"The {what} {file} can't be read: {why}. Name another one with {option}.");
        }
    }
}
