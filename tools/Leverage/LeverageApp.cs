using System.CommandLine;
using Fapi.Leverage.Commands;
using Microsoft.Extensions.Options;

namespace Fapi.Leverage;

/// <summary>The <c>leverage</c> command: parses, runs, and turns failures into a sentence and an exit code.</summary>
internal static class LeverageApp
{
    private const string Description =
        "Changes the initial leverage of a symbol on Binance USD-M futures, or on a sandbox of it.";

    private const string Hint = "Run with --help to see what is allowed. Nothing was sent.";

    internal static async Task<int> RunAsync(
        string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var parsed = Commands(terminal).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var sentence in parsed.Errors.Select(error => error.Message).Append(Hint))
            {
                await terminal.SayAsync(sentence);
            }

            return ExitCodes.WrongInput;
        }

        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (Exception e) when (Explain(e) is { } failure)
        {
            await terminal.SayAsync(failure.Sentence);
            return failure.ExitCode;
        }
    }

    internal static RootCommand Commands(Terminal terminal) => new(Description)
    {
        SetCommand.Create(terminal),
        SignCommand.Create(terminal),
        SandboxCommand.Create(terminal),
    };

    private static (string Sentence, int ExitCode)? Explain(Exception exception) => exception switch
    {
        ArgumentException { ParamName: { } name } => (
            exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal).Split('\n')[0],
            ExitCodes.WrongInput),
        OptionsValidationException e => (string.Join(' ', e.Failures), ExitCodes.WrongInput),
        WrongInputException or FormatException or IOException or UnauthorizedAccessException
            or InvalidOperationException => (exception.Message, ExitCodes.WrongInput),
        FapiCanceledException => (exception.Message, ExitCodes.Unknown),
        OperationCanceledException => ("Cancelled; nothing was sent.", ExitCodes.WrongInput),
        FapiException { Outcome: FapiOutcome.Unknown } => (exception.Message, ExitCodes.Unknown),
        FapiException { Outcome: FapiOutcome.Unavailable } => (exception.Message, ExitCodes.NotReachable),
        FapiException => (exception.Message, ExitCodes.Refused),
        _ => null,
    };
}
