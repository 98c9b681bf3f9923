using Microsoft.Extensions.Options;

namespace Fapi.Leverage.Tool.Calls;

/// <summary>A failure as the user and scripts are told of it.</summary>
/// <param name="Outcome">A word of those in README.md.</param>
/// <param name="Sentences">What went wrong, a line each.</param>
internal sealed record Failure(string Outcome, int ExitCode, params string[] Sentences)
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

    /// <summary>The call that failed; null where it did not come to one.</summary>
    internal CallFailedException? Call { get; private init; }

    /// <summary>The errors of a plan; null where it is none.</summary>
    internal IReadOnlyList<PlanError>? Errors { get; private init; }

    internal static Failure WrongInput(params string[] sentences) =>
        new("wrong_input", ExitCodes.WrongInput, sentences);

    /// <returns>Null for what is a defect of the command.</returns>
    internal static Failure? From(Exception exception) => exception switch
    {
        CallFailedException call => From(call.InnerException!) is { } failure
            ? failure with
            {
                Sentences = [call.Tell(failure.Sentences[0]), .. failure.Sentences[1..]],
                Call = call,
            }
            : null,
        LeveragePlanException e => WrongInput([.. e.Errors.Select(error => $"{error}"), "Nothing was sent."]) with
        {
            Errors = e.Errors,
        },
        StalePlanException e => new("stale", ExitCodes.Differences, e.Message),
        NotProvedException e => new("unknown", ExitCodes.Unknown, e.Message),
        FapiCanceledException e => new("unknown", ExitCodes.Unknown, Named(e.Message)),
        OperationCanceledException => new("cancelled", ExitCodes.WrongInput, "Cancelled; nothing was sent."),
        FapiException { Outcome: FapiOutcome.Unknown } e => new("unknown", ExitCodes.Unknown, Named(e.Message)),
        FapiException { Outcome: FapiOutcome.Unavailable } e =>
            new("unavailable", ExitCodes.NotReachable, Named(e.Message)),
        FapiException { Outcome: FapiOutcome.RateLimited } e =>
            new("rate_limited", ExitCodes.Refused, Named(e.Message)),
        FapiException { Outcome: FapiOutcome.Banned } e => new("banned", ExitCodes.Refused, Named(e.Message)),
        FapiException e => new("refused", ExitCodes.Refused, Named(e.Message)),
        ArgumentException { ParamName: { } name } => WrongInput(Named(
            exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal).Split('\n')[0])),
        OptionsValidationException e => WrongInput(Named($"{string.Join(' ', e.Failures)} Nothing was sent.")),
        WrongInputException or FormatException or IOException or InvalidDataException or UnauthorizedAccessException
            or InvalidOperationException => WrongInput(Named(exception.Message)),
        _ => null,
    };

    private static string Named(string sentence) => Names.Aggregate(
        sentence, (text, name) => text.Replace(name.Option, name.Typed, StringComparison.Ordinal));
}
