using System.IO.Enumeration;

namespace Fapi.Leverage;

/// <summary>A value that the plan wants, and the part of the plan that says so.</summary>
internal readonly record struct Wanted<T>(T Value, string Source)
{
    /// <summary>Path of its part of the plan.</summary>
    internal string Path => Source == WishFinder.Defaults ? Source : $"symbols/{Source}";
}

/// <summary>What a plan wants for one symbol.</summary>
internal sealed record SymbolWishes(Wanted<int>? Leverage, Wanted<string>? MarginType, bool Clamp);

/// <summary>Finds what a plan wants for a symbol: a name wins over patterns, a later one over an earlier.</summary>
internal sealed class WishFinder(LeveragePlan plan)
{
    internal const string Defaults = "defaults";

    private readonly List<KeyValuePair<string, SymbolWish>> _patterns =
        [.. plan.Symbols.Where(wish => IsPattern(wish.Key))];

    private readonly ILookup<string, SymbolWish> _named =
        plan.Symbols.ToLookup(wish => wish.Key, wish => wish.Value, StringComparer.Ordinal);

    private readonly HashSet<string> _excluded = new(plan.Exclude, StringComparer.Ordinal);
    private readonly List<string> _excludedPatterns = [.. plan.Exclude.Where(IsPattern)];

    internal static bool IsPattern(string name) => name.AsSpan().IndexOfAny('*', '?') >= 0;

    internal static bool Matches(string pattern, string name) =>
        FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    internal bool Excludes(string symbol) =>
        _excluded.Contains(symbol) || _excludedPatterns.Exists(pattern => Matches(pattern, symbol));

    internal SymbolWishes For(string symbol) => _patterns.Where(wish => Matches(wish.Key, symbol))
        .Concat(_named[symbol].TakeLast(1).Select(wish => KeyValuePair.Create(symbol, wish)))
        .Aggregate(
            With(new SymbolWishes(null, null, false), plan.Defaults, Defaults),
            (wishes, wish) => With(wishes, wish.Value, wish.Key));

    private static SymbolWishes With(SymbolWishes wishes, SymbolWish wish, string source) => new(
        wish.Leverage is { } leverage ? new(leverage, source) : wishes.Leverage,
        wish.MarginType is { } type ? new(type.ToUpperInvariant(), source) : wishes.MarginType,
        wish.Clamp ?? wishes.Clamp);
}
