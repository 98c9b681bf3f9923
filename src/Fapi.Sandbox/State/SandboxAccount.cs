using System.Diagnostics;
using Fapi.Sandbox.Keys;

namespace Fapi.Sandbox;

/// <summary>A futures account of the sandbox: its keys, its modes, and its state for each symbol.</summary>
[DebuggerDisplay("{Name,nq}")]
public sealed partial class SandboxAccount
{
    internal const string Isolated = "ISOLATED";
    internal const string Crossed = "CROSSED";

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
        var listed = Listed(symbol);
        return StateOf(listed).LeverageOf(listed);
    }

    /// <summary>Sets the leverage of a symbol without a request.</summary>
    /// <param name="symbol">A symbol that the exchange lists.</param>
    /// <param name="leverage">1 to the maximum of the symbol.</param>
    /// <exception cref="ArgumentException">The exchange does not list the symbol.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The symbol's brackets do not allow the leverage.</exception>
    public void SetLeverage(string symbol, int leverage)
    {
        var listed = Listed(symbol);
        if (leverage < 1 || leverage > listed.MaxLeverage)
        {
            throw new ArgumentOutOfRangeException(nameof(leverage), leverage,
                $"The leverage of {symbol} has to be between 1 and {listed.MaxLeverage}.");
        }

        Change(listed, state => state with { Leverage = leverage });
    }

    /// <summary>Margin type of a symbol: <c>CROSSED</c> until it is changed, or <c>ISOLATED</c>.</summary>
    /// <param name="symbol">A symbol that the exchange lists.</param>
    /// <returns>The margin type as the exchange sends it.</returns>
    /// <exception cref="ArgumentException">The exchange does not list the symbol.</exception>
    public string MarginTypeOf(string symbol) => StateOf(Listed(symbol)).MarginType;

    /// <summary>Sets the margin type of a symbol without a request, whatever forbids it.</summary>
    /// <param name="symbol">A symbol that the exchange lists.</param>
    /// <param name="marginType"><c>ISOLATED</c> or <c>CROSSED</c>.</param>
    /// <exception cref="ArgumentException">The exchange does not list the symbol, or has no such type.</exception>
    public void SetMarginType(string symbol, string marginType)
    {
        var listed = Listed(symbol);
        if (marginType is not (Isolated or Crossed))
        {
            throw new ArgumentException($"The margin type is '{marginType}'; it has to be {Isolated} or {Crossed}.",
                nameof(marginType));
        }

        Change(listed, state => state with { IsIsolated = marginType == Isolated });
    }

    /// <summary>Opens a position in a symbol, changes it, or closes it by 0.</summary>
    /// <param name="symbol">A symbol that the exchange lists.</param>
    /// <param name="amount">Amount in the base asset, negative for a short position. In hedge mode a long and a short
    /// one stand side by side.</param>
    /// <exception cref="ArgumentException">The exchange does not list the symbol.</exception>
    public void SetPosition(string symbol, decimal amount) => Change(Listed(symbol), state => state with
    {
        Long = amount > 0 ? amount : _isHedgeMode && amount < 0 ? state.Long : 0,
        Short = amount < 0 ? amount : _isHedgeMode && amount > 0 ? state.Short : 0,
    });

    /// <summary>Opens or closes an isolated position, which forbids to lower the leverage (-4161).</summary>
    /// <param name="symbol">A symbol that the exchange lists.</param>
    /// <param name="open">Whether there is one from now on.</param>
    /// <exception cref="ArgumentException">The exchange does not list the symbol.</exception>
    public void SetIsolatedPosition(string symbol, bool open = true)
    {
        SetMarginType(symbol, open ? Isolated : Crossed);
        SetPosition(symbol, open ? 1 : 0);
    }

    /// <summary>Sets the number of open orders of a symbol.</summary>
    /// <param name="symbol">A symbol that the exchange lists.</param>
    /// <param name="count">0 or more.</param>
    /// <exception cref="ArgumentException">The exchange does not list the symbol, or the count is negative.</exception>
    public void SetOpenOrders(string symbol, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Change(Listed(symbol), state => state with { OpenOrders = count });
    }

    /// <summary>The name; never a key.</summary>
    /// <returns>A text that may be logged.</returns>
    public override string ToString() => Name;

    private SandboxSymbol Listed(string symbol) => _listed.Find(symbol) ?? throw new ArgumentException(
        $"The sandbox does not list '{symbol}'; it lists {string.Join(", ", _listed.Names)}. " +
        $"Add it with {nameof(SandboxSymbols)}.{nameof(SandboxSymbols.Add)}.",
        nameof(symbol));
}
