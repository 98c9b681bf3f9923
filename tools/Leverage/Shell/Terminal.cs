namespace Fapi.Leverage.Tool.Shell;

/// <summary>Input and output of the command; the output shows nothing that steers a terminal.</summary>
/// <param name="Width">Columns; null where the output is not a terminal.</param>
/// <param name="ErrorWidth">Columns; null where the error output is not a terminal.</param>
internal sealed record Terminal(
    TextWriter Out, TextWriter Error, TextReader In, bool CanAsk, Func<string, string?> Variable, int? Width = null,
    int? ErrorWidth = null)
{
    private readonly TextWriter _rawError = Error;

    public TextWriter Out { get; } = new PrintableWriter(Out);

    public TextWriter Error { get; } = new PrintableWriter(Error);

    internal static Terminal FromProcess() => new(
        Console.Out,
        Console.Error,
        Console.In,
        CanAsk: !Console.IsInputRedirected && !Console.IsErrorRedirected,
        Environment.GetEnvironmentVariable,
        Console.IsOutputRedirected ? null : Console.WindowWidth,
        Console.IsErrorRedirected ? null : Console.WindowWidth);

    /// <summary>Writes over the line of the error output that was written by this before.</summary>
    internal void Redraw(string line, int width)
    {
        var text = PrintableWriter.Escape(line).PadRight(width - 1)[..(width - 1)];
        _rawError.Write($"\r{text}");
    }

    /// <summary>Prints a sentence to the error output, on one line whatever is in it.</summary>
    internal Task SayAsync(string sentence) => Error.WriteLineAsync(PrintableWriter.Escape(sentence));
}
