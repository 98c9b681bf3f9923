using Fapi.SpecCheck.Facts.Lock;

namespace Fapi.SpecCheck.Cli;

/// <summary>Reads the files that the caller names.</summary>
internal static class InputFile
{
    public static async Task<SpecDocument> SpecAsync(string file, CancellationToken cancellation) =>
        SpecDocument.Parse(await ReadAsync(file, "spec", "--spec", cancellation), file);

    public static async Task<DocsLock> LockAsync(string file, CancellationToken cancellation) =>
        DocsLock.Parse(await ReadAsync(file, "lock", "--lock, or write it with `spec-check lock PAGE…`", cancellation),
            file);

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
            var why = error switch
            {
                FileNotFoundException or DirectoryNotFoundException => "it does not exist",
                _ when Directory.Exists(file) => "it is a folder",
                _ => error.Message.TrimEnd('.'),
            };
            throw new WrongInputException($"The {what} {file} can't be read: {why}. Name another one with {option}.");
        }
    }
}
