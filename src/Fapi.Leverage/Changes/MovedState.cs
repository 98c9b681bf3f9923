namespace Fapi.Leverage;

/// <summary>Says what moved between two planings of one plan.</summary>
internal static class MovedState
{
    internal static IReadOnlyList<string> Sentences(LeverageChanges planned, LeverageChanges now)
    {
        var current = now.All.ToDictionary(change => change.Subject, StringComparer.Ordinal);
        var known = planned.All.Select(change => change.Subject).ToHashSet(StringComparer.Ordinal);
        return [.. planned.All
                .Select(change => Sentence(change, current.GetValueOrDefault(change.Subject))).OfType<string>(),
            .. now.All.Where(change => !known.Contains(change.Subject))
                .Select(change => $"{change.Subject} is {change.From} now, and the plan wants {change.To}.")];
    }

    private static string? Sentence(LeverageChange planned, LeverageChange? now) => (planned, now) switch
    {
        (_, null) => $"{planned.Subject} was {planned.From} and needs no change now.",
        _ when planned.From != now.From => $"{planned.Subject} was {planned.From} and is {now.From} now.",
        _ when planned.To != now.To => $"{planned.Subject} was to be {planned.To}; now it would be {now.To}.",
        ({ Block: null }, { Block: { } block }) => $"{planned.Subject} is blocked now: {block}",
        ({ Block: not null }, { Block: null }) => $"{planned.Subject} is no longer blocked.",
        _ => null,
    };
}
