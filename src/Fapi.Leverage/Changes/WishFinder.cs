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
internal sealed class WishFinder
{
    internal const string Defaults = "defaults";

    private readonly List<KeyValuePair<string, SymbolWish>> _patterns;
    private readonly Dictionary<string, SymbolWish> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _excludedNames;
    private readonly List<string> _excludedPatterns;

    internal WishFinder(LeveragePlan plan)
    {
        _patterns = [.. plan.Symbols.Where(wish => IsPattern(wish.Key)).Prepend(new(Defaults, plan.Defaults))];
        foreach (var (name, wish) in plan.Symbols.Where(wish => !IsPattern(wish.Key)))
        {
            _names[name] = wish;
        }

        _excludedPatterns = [.. plan.Exclude.Where(IsPattern)];
        _excludedNames = new(plan.Exclude.Where(name => !IsPattern(name)), StringComparer.Ordinal);
    }

    internal static bool IsPattern(string name) => name.AsSpan().IndexOfAny('*', '?') >= 0;

    internal static bool Matches(string pattern, string name) =>
        FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    internal bool Excludes(string symbol) =>
        _excludedNames.Contains(symbol) || _excludedPatterns.Exists(pattern => Matches(pattern, symbol));

    internal SymbolWishes For(string symbol)
    {
        var wishes = new SymbolWishes(null, null, false);
        foreach (var (pattern, wish) in _patterns)
        {
            if (pattern == Defaults || Matches(pattern, symbol))
            {
                wishes = With(wishes, wish, pattern);
            }
        }

        return _names.TryGetValue(symbol, out var own) ? With(wishes, own, symbol) : wishes;
    }

    private static SymbolWishes With(SymbolWishes wishes, SymbolWish wish, string source) => new(
        wish.Leverage is { } leverage ? new(leverage, source) : wishes.Leverage,
        wish.MarginType is { } type ? new(type.ToUpperInvariant(), source) : wishes.MarginType,
        wish.Clamp ?? wishes.Clamp);
}
