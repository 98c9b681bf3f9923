using System.Diagnostics;
using Fapi.Sandbox.Keys;
using Fapi.Sandbox.State;

namespace Fapi.Sandbox;

/// <summary>A futures account of the sandbox: its keys, and the leverage of each symbol.</summary>
[DebuggerDisplay("{Name,nq}")]
public sealed class SandboxAccount
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Setting> _symbols = new(StringComparer.Ordinal);
    private readonly SandboxAccounts _accounts;
    private readonly SandboxSymbols _listed;

    internal SandboxAccount(string name, KeyMaker keys, SandboxAccounts accounts, SandboxSymbols listed)
    {
        _accounts = accounts;
        _listed = listed;
        Name = name;
        Hmac = keys.Make(name, SandboxKeyKind.Hmac);
        Rsa = keys.Make(name, SandboxKeyKind.Rsa);
        Ed25519 = keys.Make(name, SandboxKeyKind.Ed25519);
    }

    /// <summary>Name within the exchange.</summary>
    public string Name { get; }

    /// <summary>A key that signs with HMAC-SHA256.</summary>
    public SandboxKey Hmac { get; }

    /// <summary>A key that signs with RSA.</summary>
    public SandboxKey Rsa { get; }

    /// <summary>A key that signs with Ed25519.</summary>
    public SandboxKey Ed25519 { get; }

    /// <summary>Registers a further key for this account.</summary>
    /// <param name="key">From <see cref="SandboxKey.FromSecret"/> or <see cref="SandboxKey.FromPublicKey"/>.</param>
    /// <exception cref="ArgumentException">The exchange knows a key with this API key already.</exception>
    public void AddKey(SandboxKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _accounts.Register(key, this);
    }

    /// <summary>Leverage in force for a symbol; until it is changed 20, or the symbol's maximum if lower.</summary>
    /// <param name="symbol">A symbol that the exchange lists.</param>
    /// <returns>The leverage.</returns>
    /// <exception cref="ArgumentException">The exchange does not list the symbol.</exception>
    public int LeverageOf(string symbol)
    {
        var max = Listed(symbol).MaxLeverage;
        lock (_gate)
        {
            return Math.Min(_symbols.GetValueOrDefault(symbol, Setting.Initial).Leverage, max);
        }
    }

    /// <summary>Sets the leverage of a symbol without a request.</summary>
    /// <param name="symbol">A symbol that the exchange lists.</param>
    /// <param name="leverage">1 to the maximum of the symbol.</param>
    /// <exception cref="ArgumentException">The exchange does not list the symbol.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The symbol's brackets do not allow the leverage.</exception>
    public void SetLeverage(string symbol, int leverage)
    {
        var max = Listed(symbol).MaxLeverage;
        if (leverage < 1 || leverage > max)
        {
            throw new ArgumentOutOfRangeException(
                nameof(leverage), leverage, $"The leverage of {symbol} has to be between 1 and {max}.");
        }

        Change(symbol, s => s with { Leverage = leverage });
    }

    /// <summary>Opens or closes an isolated position, which forbids to lower the leverage (-4161).</summary>
    /// <param name="symbol">A symbol that the exchange lists.</param>
    /// <param name="open">Whether there is one from now on.</param>
    /// <exception cref="ArgumentException">The exchange does not list the symbol.</exception>
    public void SetIsolatedPosition(string symbol, bool open = true)
    {
        Listed(symbol);
        Change(symbol, s => s with { HasIsolatedPosition = open });
    }

    /// <summary>The name; never a key.</summary>
    /// <returns>A text that may be logged.</returns>
    public override string ToString() => Name;

    /// <returns>False when an open isolated position forbids to lower the leverage.</returns>
    internal bool TrySetLeverage(SandboxSymbol symbol, int leverage)
    {
        lock (_gate)
        {
            var state = _symbols.GetValueOrDefault(symbol.Name, Setting.Initial);
            if (state.HasIsolatedPosition && leverage < Math.Min(state.Leverage, symbol.MaxLeverage))
            {
                return false;
            }

            _symbols[symbol.Name] = state with { Leverage = leverage };
            return true;
        }
    }

    internal void Reset()
    {
        lock (_gate)
        {
            _symbols.Clear();
        }
    }

    private void Change(string symbol, Func<Setting, Setting> change)
    {
        lock (_gate)
        {
            _symbols[symbol] = change(_symbols.GetValueOrDefault(symbol, Setting.Initial));
        }
    }

    private SandboxSymbol Listed(string symbol) => _listed.Find(symbol) ?? throw new ArgumentException(
        $"The sandbox does not list '{symbol}'; it lists {string.Join(", ", _listed.Names)}. " +
        $"Add it with {nameof(SandboxSymbols)}.{nameof(SandboxSymbols.Add)}.",
        nameof(symbol));

    /// <summary>Settings of the account for one symbol.</summary>
    private sealed record Setting(int Leverage, bool HasIsolatedPosition)
    {
        public static Setting Initial { get; } = new(20, false);
    }
}
