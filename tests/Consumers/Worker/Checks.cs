using Fapi.Sdk;

namespace Worker;

/// <summary>Holds what was exported against what the app saw and what the exchange did.</summary>
internal static class Checks
{
    internal static IEnumerable<string> Disagreements(
        LeverageWorker worker, DemoExchange exchange, Exported exported) =>
    [
        .. Counts(worker, exported),
        .. Requests(exchange, exported),
        .. Leverages(worker, exchange),
        .. exchange.Sandbox.Findings.Take(3).Select(finding => $"The contract is broken: {finding}"),
        .. Leaks(exchange, exported),
    ];

    internal static string Name(FapiOutcome? outcome) => outcome switch
    {
        null => "done",
        FapiOutcome.RateLimited => "rate_limited",
        _ => $"{outcome}".ToLowerInvariant(),
    };

    private static IEnumerable<string> Counts(LeverageWorker worker, Exported exported) =>
        from calls in worker.Calls.GroupBy(call => (call.Account, Outcome: Name(call.Outcome)))
        let counted = exported.Count(
            "fapi.client.calls", ("rpc.method", FapiOperations.ChangeInitialLeverage.Id),
            ("fapi.account", calls.Key.Account), ("fapi.outcome", calls.Key.Outcome))
        where counted != calls.Count()
        select $"{calls.Key.Account} saw {calls.Count()} calls end as {calls.Key.Outcome}, the metrics {counted}.";

    /// <remarks>Of an attempt without a response nobody can tell whether it arrived.</remarks>
    private static IEnumerable<string> Requests(DemoExchange exchange, Exported exported)
    {
        var received = exchange.Sandbox.Requests.Count;
        var withResponse = exported.Attempts.Count(span => span.GetTagItem("http.response.status_code") is not null);
        var open = exported.Attempts.Count() - withResponse;
        if (received < withResponse || received > withResponse + open)
        {
            yield return $"The spans tell of {withResponse} requests with a response and {open} without, "
                + $"the exchange received {received}.";
        }
    }

    /// <remarks>After a call that is unknown either value may be in force.</remarks>
    private static IEnumerable<string> Leverages(LeverageWorker worker, DemoExchange exchange)
    {
        foreach (var calls in worker.Calls.GroupBy(call => (call.Account, call.Symbol)))
        {
            var possible = new HashSet<int>();
            foreach (var call in calls)
            {
                if (call.Outcome is null)
                {
                    possible.Clear();
                }

                if (call.Outcome is null or FapiOutcome.Unknown)
                {
                    possible.Add(call.Leverage);
                }
            }

            var inForce = exchange[calls.Key.Account].LeverageOf(calls.Key.Symbol);
            if (calls.Any(call => call.Outcome is null) && !possible.Contains(inForce))
            {
                yield return $"{calls.Key.Account} has {inForce}x on {calls.Key.Symbol}, "
                    + $"the app knows of {string.Join(" or ", possible)}x.";
            }
        }
    }

    private static IEnumerable<string> Leaks(DemoExchange exchange, Exported exported)
    {
        var texts = exported.Texts.ToList();
        return exchange.Secrets.Where(secret => texts.Exists(text => text.Contains(secret, StringComparison.Ordinal)))
            .Select(secret => $"A secret was exported; it begins with {secret[..4]}.");
    }
}
