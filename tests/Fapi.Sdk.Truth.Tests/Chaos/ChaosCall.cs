using System.Text.RegularExpressions;
using Fapi.Sdk.Truth.Tests.Faults;
using Fapi.Sdk.Truth.Tests.Wire;

namespace Fapi.Sdk.Truth.Tests.Chaos;

/// <summary>One call and what its client reported of it.</summary>
internal sealed partial record ChaosCall(int Number, ChaosClient Client, string Symbol, int Leverage, long StartedAt)
{
    private const int Maximum = 125;
    private const int Patience = 5000;

    // A step of time may go that far beyond the timer that it is for.
    private static readonly long Slack = TimeSpan.FromMilliseconds(200).Ticks;

    internal long EndedAt { get; init; }

    internal bool WasCancelled { get; init; }

    internal InitialLeverage? Result { get; init; }

    internal Exception? Failure { get; init; }

    internal string Outcome => Failure switch
    {
        null => "executed",
        FapiException e => e.Outcome.ToString(),
        _ => Failure.GetType().Name,
    };

    /// <summary>True for a call told as unknown of which no byte arrived. Right where the caller cancelled after the
    /// platform asked for the content and before it wrote, which nobody can tell from a write that came through.</summary>
    internal bool IsTooCareful(CallRecord record) =>
        Failure is FapiCanceledException && record.Arrivals.Count == 0 && Client.Kind == ChaosClients.Bare;

    /// <summary>Every point in which the report is not the truth, or the promise was not kept.</summary>
    internal IEnumerable<string> Faults(CallRecord record)
    {
        var deadline = StartedAt + Client.CallTimeout.Ticks + Slack;
        var took = TimeSpan.FromTicks(EndedAt - StartedAt);
        return Untruth(record).Concat(Leaks())
            .Concat(EndedAt > deadline ? [$"took {took}, may take {Client.CallTimeout}"] : [])
            .Concat(record.HandedOver.Exists(at => at > deadline) ? ["sent after the end of its time"] : [])
            .Select(what => $"call {Number} ({Client.Kind}, {Symbol} to {Leverage}) reported {Outcome}: {what}; "
                + $"{record}. {Failure?.GetType().Name}: {Failure?.Message}");
    }

    private IEnumerable<string> Untruth(CallRecord record) => Failure switch
    {
        null => OfSuccess(record),
        FapiException { Outcome: FapiOutcome.Unknown } => OfUnknown(record),
        FapiException => IfExecuted(record),
        FapiCanceledException => IfNotCancelled().Concat(OfUnknown(record)),
        OperationCanceledException => IfNotCancelled().Concat(IfExecuted(record)),
        ArgumentException when Leverage > Maximum => record.HandedOver.Count > 0 ? ["was sent"] : [],
        _ => [$"threw {Failure.GetType()}"],
    };

    private IEnumerable<string> OfSuccess(CallRecord record)
    {
        if (Result!.Symbol != Symbol || Result.Leverage != Leverage)
        {
            yield return $"told {Result.Symbol} {Result.Leverage}";
        }

        if (!record.Executions.Exists(execution => execution.Leverage == Leverage && execution.At <= EndedAt))
        {
            yield return "was not executed";
        }
    }

    private IEnumerable<string> OfUnknown(CallRecord record)
    {
        if (record.HandedOver.Count == 0 && Client.Kind != ChaosClients.Bare)
        {
            yield return "nothing left the client";
        }
        else if (record.Arrivals is [.., { Told: Told.Executed }] && record.HandedOver.Count == record.Arrivals.Count
            && !WasCancelled && Client.IsPlain)
        {
            yield return "the exchange said clearly that it was executed";
        }
        else if (!record.IsOpen && !WasCancelled && Client.IsPlain)
        {
            yield return "every response was clear";
        }
    }

    private static IEnumerable<string> IfExecuted(CallRecord record) =>
        record.Executions.Count > 0 ? ["was executed"] : [];

    private IEnumerable<string> IfNotCancelled() => WasCancelled ? [] : ["nobody cancelled"];

    /// <remarks>What a reader of the text would see, and what he could decode from it.</remarks>
    private IEnumerable<string> Leaks()
    {
        var failure = Failure as FapiException;
        var text = $"{Failure}\n{failure?.RawBody}\n{failure?.ExchangeMessage}";
        var decoded = Escape().Replace(text, match => $"{(char)Convert.ToInt32(match.Groups[1].Value, 16)}");
        var found = Secret().Match(Uri.UnescapeDataString(decoded));
        return found.Success ? [$"shows {found.Value[..Math.Min(found.Length, 11)]}…"] : [];
    }

    [GeneratedRegex("CHAOSKEY|CHAOSSECRET|(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", RegexOptions.IgnoreCase, Patience)]
    private static partial Regex Secret();

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})", RegexOptions.None, Patience)]
    private static partial Regex Escape();
}
