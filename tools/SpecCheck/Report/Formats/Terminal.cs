using Spectre.Console;

namespace Fapi.SpecCheck.Report.Formats;

internal static class Terminal
{
    private const int WidthOfALog = 120;

    /// <summary>The user's terminal where the output is one; else plain text, as wide as <c>COLUMNS</c> says.</summary>
    public static IAnsiConsole On(TextWriter output)
    {
        if (ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns)
            && columns > 20 ? columns : WidthOfALog;
        return console;
    }
}
