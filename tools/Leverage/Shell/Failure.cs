using Fapi.Leverage.Calls;
using Microsoft.Extensions.Options;

namespace Fapi.Leverage.Shell;

/// <summary>A failure as the user and scripts are told of it.</summary>
/// <param name="Outcome">A word of those in README.md.</param>
internal sealed record Failure(string Outcome, string Sentence, int ExitCode, Exception? Cause = null)
{
    // Options of the SDK by what the user types for them; those that the command does not have are left out.
    private static readonly (string Option, string Typed)[] Names =
    [
        ("FAPI_BASE_URL", "--base-url"),
        ("RecvWindow", "--recv-window"),
        ("recvWindow", "--recv-window"),
        ("Send less, or raise MaxWait.", "Try again later."),
        (" (see CallTimeout)", ""),
        ("; see RawBody.", "."),
    ];

    internal static Failure WrongInput(string sentence) => new("wrong_input", sentence, ExitCodes.WrongInput);

    /// <returns>Null for what is a defect of the command.</returns>
    internal static Failure? From(Exception exception) => exception switch
    {
        CallFailedException failed => From(failed.InnerException!) is { } failure
            ? failure with { Sentence = failure.Sentence + failed.Way, Cause = failed } : null,
        FapiCanceledException e => new("unknown", Named(e.Message), ExitCodes.Unknown),
        OperationCanceledException => new("cancelled", "Cancelled; nothing was sent.", ExitCodes.WrongInput),
        FapiException e => new(Word(e.Outcome), Named(e.Message), e.Outcome switch
        {
            FapiOutcome.Unknown => ExitCodes.Unknown,
            FapiOutcome.Unavailable => ExitCodes.NotReachable,
            _ => ExitCodes.Refused,
        }),
        ArgumentException { ParamName: { } name } => WrongInput(Named(
            exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal).Split('\n')[0])),
        OptionsValidationException e => WrongInput(Named($"{string.Join(' ', e.Failures)} Nothing was sent.")),
        WrongInputException or FormatException or IOException or UnauthorizedAccessException
            or InvalidOperationException => WrongInput(Named(exception.Message)),
        _ => null,
    };

    private static string Word(FapiOutcome outcome) => outcome switch
    {
        FapiOutcome.Refused => "refused",
        FapiOutcome.RateLimited => "rate_limited",
        FapiOutcome.Banned => "banned",
        FapiOutcome.Unavailable => "unavailable",
        _ => "unknown",
    };

    private static string Named(string sentence) => Names.Aggregate(
        sentence, (text, name) => text.Replace(name.Option, name.Typed, StringComparison.Ordinal));
}
