namespace Fapi.Leverage;

/// <summary>Finds what is wrong with a plan now that the symbols are known.</summary>
internal static class PlanErrors
{
    private const int MaxExamples = 3;

    /// <summary>Names that match nothing. A pattern may.</summary>
    internal static IEnumerable<PlanError> Names(LeveragePlan plan, AccountSnapshot account)
    {
        foreach (var name in plan.Symbols.Select(wish => wish.Key).Where(name => !WishFinder.IsPattern(name)))
        {
            var message = !account.Listed.TryGetValue(name, out var status) ? Unlisted(name, account.Listed.Keys)
                : !status.Equals(SymbolStatus.Trading) ? $"{name} does not trade now; its status is {status}."
                : account.Find(name) is null ? $"The account has no configuration of {name}."
                : null;
            if (message is not null)
            {
                yield return plan.Text.Error($"symbols/{name}", message);
            }
        }

        foreach (var name in plan.Exclude
            .Where(name => !WishFinder.IsPattern(name) && !account.Listed.ContainsKey(name)))
        {
            yield return plan.Text.Error($"exclude/{name}", Unlisted(name, account.Listed.Keys));
        }
    }

    internal static string Unlisted(string name, IEnumerable<string> listed) =>
        $"The exchange has no symbol '{PlanText.Short(name)}'.{NearestNames.Hint(name, listed)}";

    /// <summary>Leverages that no symbol allows, and those that some do not and that may not be lowered.</summary>
    internal static IEnumerable<PlanError> Leverages(
        LeveragePlan plan, AccountSnapshot account, IEnumerable<(SymbolFacts Symbol, SymbolWishes Wishes)> wishes)
    {
        var highest = account.Symbols.Max(symbol => symbol.MaxLeverage);
        var tooHigh = wishes
            .Where(wish => wish.Wishes.Leverage?.Value > (wish.Wishes.Clamp ? highest : wish.Symbol.MaxLeverage))
            .GroupBy(wish => wish.Wishes.Leverage!.Value);
        foreach (var group in tooHigh)
        {
            var (leverage, path) = (group.Key.Value, $"{group.Key.Path}/leverage");
            var symbols = group.Select(wish => $"{wish.Symbol.Name} ({wish.Symbol.MaxLeverage})").ToList();
            var examples = string.Join(", ", symbols.Take(MaxExamples))
                + (symbols.Count > MaxExamples ? $" and {symbols.Count - MaxExamples} more" : "");
            yield return plan.Text.Error(path, leverage > highest
                ? $"leverage is {leverage}; no symbol allows more than {highest}."
                : $"leverage is {leverage}; less is allowed for {examples}. Lower it, or set clamp: true.");
        }
    }
}
