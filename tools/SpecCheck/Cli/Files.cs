namespace Fapi.SpecCheck.Cli;

/// <summary>Reads and writes the files that the caller names.</summary>
internal static class Files
{
    public static async Task<SpecDocument> SpecAsync(string file, CancellationToken cancellation) =>
        SpecDocument.Parse(await ReadAsync(file, "spec", "--spec", cancellation), file);

    public static async Task<DocsLock> LockAsync(string file, CancellationToken cancellation) => DocsLock.Parse(
        await ReadAsync(file, "lock", "--lock, or write it with `spec-check lock PAGE…`", cancellation), file);

    /// <summary>Reads a text file.</summary>
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
            var why = error is FileNotFoundException or DirectoryNotFoundException ? "it does not exist"
                : Directory.Exists(file) ? "it is a folder" : error.Message.TrimEnd('.');
            throw new WrongInputException($"The {what} {file} can't be read: {why}. Name another one with {option}.");
        }
    }

    /// <summary>Writes a file as a whole or not at all.</summary>
    /// <param name="file">Null for <paramref name="otherwise"/>.</param>
    /// <exception cref="WrongInputException">The file can't be written.</exception>
    public static void Write(string? file, TextWriter otherwise, Action<TextWriter> write)
    {
        if (file is null)
        {
            write(otherwise);
            return;
        }

        var temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var writer = new StreamWriter(temporary))
            {
                write(writer);
            }

            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }

            var why = error.Message.Replace(temporary, file, StringComparison.Ordinal).TrimEnd('.');
            throw new WrongInputException(
                $"{file} can't be written: {why}. Name a file in a folder that you may write to.");
        }
    }
}
