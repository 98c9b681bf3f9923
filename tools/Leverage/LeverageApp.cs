using System.CommandLine;
using Fapi.Leverage.Commands;
using Fapi.Sdk;
using Microsoft.Extensions.Options;

namespace Fapi.Leverage;

/// <summary>The <c>leverage</c> command: parses, runs, and turns every failure into a sentence and an exit code.</summary>
internal static class LeverageApp
{
    internal static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var parsed = Commands(terminal).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync(error.Message);
            }

            await terminal.Error.WriteLineAsync("Run with --help to see what is allowed. Nothing was sent.");
            return ExitCodes.WrongInput;
        }

        var configuration = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (Exception e) when (Explain(e) is { } failure)
        {
            await terminal.Error.WriteLineAsync(failure.Sentence);
            return failure.ExitCode;
        }
    }

    internal static RootCommand Commands(Terminal terminal) => new("Changes the initial leverage of a symbol on Binance USD-M futures, or on a sandbox of it.")
    {
        SetCommand.Create(terminal),
        SignCommand.Create(terminal),
        SandboxCommand.Create(terminal),
    };

    private static (string Sentence, int ExitCode)? Explain(Exception exception) => exception switch
    {
        WrongInputException => (exception.Message, ExitCodes.WrongInput),
        ArgumentException { ParamName: { } name } => (exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal).Split('\n')[0], ExitCodes.WrongInput),
        OptionsValidationException e => (string.Join(Environment.NewLine, e.Failures), ExitCodes.WrongInput),
        FormatException or IOException or UnauthorizedAccessException or InvalidOperationException => (exception.Message, ExitCodes.WrongInput),
        FapiCanceledException => (exception.Message, ExitCodes.Unknown),
        OperationCanceledException => ("Cancelled; nothing was sent.", ExitCodes.WrongInput),
        FapiException { Outcome: FapiOutcome.Unknown } => (exception.Message, ExitCodes.Unknown),
        FapiException { Outcome: FapiOutcome.Unavailable } => (exception.Message, ExitCodes.NotReachable),
        FapiException => (exception.Message, ExitCodes.Refused),
        _ => null,
    };
}
