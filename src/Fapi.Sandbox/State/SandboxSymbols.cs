using System.Collections.Concurrent;

namespace Fapi.Sandbox;

/// <summary>The symbols that the sandbox lists.</summary>
public sealed class SandboxSymbols
{
    private readonly ConcurrentDictionary<string, SandboxSymbol> _byName = new(StringComparer.Ordinal);

    private readonly int _further;

    internal SandboxSymbols(int further)
    {
        _further = further;
        Reset();
    }

    /// <summary>The names, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. _byName.Keys.Order(StringComparer.Ordinal)];

    internal IEnumerable<SandboxSymbol> All => _byName.Values.OrderBy(symbol => symbol.Name, StringComparer.Ordinal);

    /// <summary>Finds a symbol; case matters, as on the exchange.</summary>
    /// <param name="name">Name, such as <c>BTCUSDT</c>.</param>
    /// <returns>The symbol, or null.</returns>
    public SandboxSymbol? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Lists a symbol, or replaces the one of this name.</summary>
    /// <param name="name">Name in any script, 1 character or more.</param>
    /// <param name="brackets">At least one bracket, in any order.</param>
    /// <returns>The symbol.</returns>
    /// <exception cref="ArgumentException">No name, no bracket, or a bracket below a leverage of 1.</exception>
    public SandboxSymbol Add(string name, params IEnumerable<LeverageBracket> brackets) =>
        _byName[name] = new SandboxSymbol(name, brackets);

    internal void Reset()
    {
        _byName.Clear();
        Add("BTCUSDT",
            new(125, 50_000), new(100, 250_000), new(50, 1_000_000), new(20, 7_500_000), new(10, 40_000_000),
            new(5, 100_000_000), new(4, 200_000_000), new(3, 400_000_000), new(2, 600_000_000), new(1, null));
        Add("ETHUSDT",
            new(100, 10_000), new(75, 100_000), new(50, 500_000), new(25, 1_500_000), new(10, 4_000_000),
            new(5, 20_000_000), new(2, 100_000_000), new(1, null));
        Add("DOGEUSDT", new(50, 10_000), new(20, 250_000), new(10, 1_000_000), new(5, 5_000_000), new(1, 50_000_000));
        Add("BTCSTUSDT", new(20, 5_000), new(10, 25_000), new(1, 100_000)).Status = "SETTLING";
        Add("币安人生USDT", new(20, 5_000), new(10, 25_000), new(5, 100_000), new(1, 500_000));

        // Leverages, caps and status that differ from symbol to symbol, as on the exchange.
        int[] leverages = [125, 100, 75, 50, 25, 20, 10, 5, 4, 3, 2, 1];
        for (var number = 1; number <= _further; number++)
        {
            var cap = 5_000m * (1 + (number % 7));
            var brackets = leverages.Skip(number % 6)
                .Select((leverage, step) => new LeverageBracket(leverage, cap * (1 << (2 * step))));
            Add(FormattableString.Invariant($"F{number:000}USDT"), brackets)
                .Status = number % 50 == 0 ? "SETTLING" : SandboxSymbol.Trading;
        }
    }
}
