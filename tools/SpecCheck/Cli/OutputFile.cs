namespace Fapi.SpecCheck.Cli;

/// <summary>Writes a file as a whole or not at all.</summary>
internal static class OutputFile
{
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
