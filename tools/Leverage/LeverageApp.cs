using System.CommandLine.Help;
using Fapi.Leverage.Tool.Commands;

namespace Fapi.Leverage.Tool;

/// <summary>The <c>leverage</c> command: parses, runs, and turns failures into a sentence and an exit code.</summary>
internal static class LeverageApp
{
    private const string Description =
        "Changes the leverage of a symbol, or of a whole account, on Binance USD-M futures or on a sandbox of it.";

    private const string Hint = "Run with --help to see what is allowed. Nothing was sent.";

    internal static async Task<int> RunAsync(
        string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var parsed = Commands(terminal).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            string[] sentences = [.. parsed.Errors.Select(error => error.Message), Hint];
            return await TellAsync(Failure.WrongInput(sentences), parsed, terminal);
        }

        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            // Ctrl+C ends a call in order, and a plan after what is under way.
            ProcessTerminationTimeout = TimeSpan.FromMinutes(2),
        };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (Exception e) when (Failure.From(e) is { } failure)
        {
            return await TellAsync(failure, parsed, terminal);
        }
    }

    internal static RootCommand Commands(Terminal terminal)
    {
        var root = new RootCommand(Description)
        {
            SetCommand.Create(terminal),
            SignCommand.Create(terminal),
            ShowCommand.Create(terminal),
            PlanCommand.Create(terminal),
            ApplyCommand.Create(terminal),
            BracketsCommand.Create(terminal),
            SandboxCommand.Create(terminal),
            CompletionCommand.Create(terminal),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new BriefHelp((HelpAction)help.Action!);
        return root;
    }

    /// <summary>A line for people, and an object for scripts that asked for one.</summary>
    private static async Task<int> TellAsync(Failure failure, ParseResult parsed, Terminal terminal)
    {
        foreach (var sentence in failure.Sentences)
        {
            await terminal.SayAsync(sentence);
        }

        var words = parsed.Tokens.Select(token => token.Value).ToList();
        if (words.IndexOf("--output") is var option and >= 0 && words.ElementAtOrDefault(option + 1) == "json")
        {
            JsonReport.Write(JsonReport.From(failure), terminal);
        }

        return failure.ExitCode;
    }
}
