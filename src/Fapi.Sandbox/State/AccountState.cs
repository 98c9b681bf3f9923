namespace Fapi.Sandbox.State;

/// <summary>Modes of an account and its state for each symbol, and what forbids to change them.</summary>
internal sealed class AccountState
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SymbolState> _symbols = new(StringComparer.Ordinal);
    private bool _isHedgeMode;
    private bool _isMultiAssetsMode;

    public bool IsHedgeMode
    {
        get => Locked(() => _isHedgeMode);
        set => Locked(() => _isHedgeMode = value);
    }

    public bool IsMultiAssetsMode
    {
        get => Locked(() => _isMultiAssetsMode);
        set => Locked(() => _isMultiAssetsMode = value);
    }

    public SymbolState Of(SandboxSymbol symbol) => Locked(() => Find(symbol.Name));

    public void Change(string symbol, Func<SymbolState, SymbolState> change) =>
        Locked(() => _symbols[symbol] = change(Find(symbol)));

    public void SetPosition(string symbol, decimal amount) => Locked(() => _symbols[symbol] = Find(symbol) with
    {
        Long = amount > 0 ? amount : _isHedgeMode && amount < 0 ? Find(symbol).Long : 0,
        Short = amount < 0 ? amount : _isHedgeMode && amount > 0 ? Find(symbol).Short : 0,
    });

    /// <returns>Name of the code that refuses the change; null when it was made.</returns>
    public string? TrySetLeverage(SandboxSymbol symbol, int leverage) => Locked(() =>
    {
        var state = Find(symbol.Name);
        if (state is { IsIsolated: true, HasPosition: true } && leverage < state.LeverageOf(symbol))
        {
            return "ISOLATED_LEVERAGE_REJECT_WITH_POSITION";
        }

        if (symbol.CapAt(leverage) is { } cap && state.Size * symbol.MarkPrice > cap)
        {
            return "MAX_LEVERAGE_RATIO";
        }

        _symbols[symbol.Name] = state with { Leverage = leverage };
        return null;
    });

    /// <inheritdoc cref="TrySetLeverage"/>
    public string? TrySetMarginType(string symbol, bool isIsolated) => Locked(() =>
    {
        var state = Find(symbol);
        var refusal = state.IsIsolated == isIsolated ? "NO_NEED_TO_CHANGE_MARGIN_TYPE"
            : state.OpenOrders > 0 ? "THERE_EXISTS_OPEN_ORDERS"
            : state.HasPosition ? "THERE_EXISTS_QUANTITY"
            : _isMultiAssetsMode ? "JOINT_MARGIN_REJECT_WITH_ISOLATED"
            : null;
        if (refusal is null)
        {
            _symbols[symbol] = state with { IsIsolated = isIsolated };
        }

        return refusal;
    });

    /// <inheritdoc cref="TrySetLeverage"/>
    public string? TrySetHedgeMode(bool isHedgeMode) => Locked(() =>
    {
        var refusal = _isHedgeMode == isHedgeMode ? "NO_NEED_TO_CHANGE_POSITION_SIDE"
            : _symbols.Values.Any(state => state.OpenOrders > 0) ? "POSITION_SIDE_CHANGE_EXISTS_OPEN_ORDERS"
            : _symbols.Values.Any(state => state.HasPosition) ? "POSITION_SIDE_CHANGE_EXISTS_QUANTITY"
            : null;
        _isHedgeMode = refusal is null ? isHedgeMode : _isHedgeMode;
        return refusal;
    });

    /// <inheritdoc cref="TrySetLeverage"/>
    public string? TrySetMultiAssetsMode(bool isMultiAssetsMode) => Locked(() =>
    {
        var refusal = _isMultiAssetsMode == isMultiAssetsMode ? "NO_NEED_TO_CHANGE_JOINT_MARGIN"
            : _symbols.Values.Any(state => state.IsIsolated) ? "ISOLATED_REJECT_WITH_JOINT_MARGIN"
            : _symbols.Values.Any(state => state.OpenOrders > 0) ? "JOINT_MARGIN_REJECT_WITH_OPEN_ORDER"
            : null;
        _isMultiAssetsMode = refusal is null ? isMultiAssetsMode : _isMultiAssetsMode;
        return refusal;
    });

    public void Reset() => Locked(() =>
    {
        _symbols.Clear();
        return _isHedgeMode = _isMultiAssetsMode = false;
    });

    private SymbolState Find(string symbol) => _symbols.GetValueOrDefault(symbol, SymbolState.Initial);

    private T Locked<T>(Func<T> action)
    {
        lock (_gate)
        {
            return action();
        }
    }
}

/// <summary>State of an account for one symbol.</summary>
/// <param name="Leverage">Leverage that was set, whatever the symbol allows now.</param>
/// <param name="IsIsolated">Whether its margin is isolated.</param>
/// <param name="Long">Amount of the long position, 0 or more.</param>
/// <param name="Short">Amount of the short position, 0 or less.</param>
/// <param name="OpenOrders">Number of open orders.</param>
internal sealed record SymbolState(int Leverage, bool IsIsolated, decimal Long, decimal Short, int OpenOrders)
{
    public static SymbolState Initial { get; } = new(20, false, 0, 0, 0);

    public string MarginType => IsIsolated ? SandboxAccount.Isolated : SandboxAccount.Crossed;

    public bool HasPosition => Size > 0;

    public decimal Size => Long - Short;

    public int LeverageOf(SandboxSymbol symbol) => Math.Min(Leverage, symbol.MaxLeverage);
}
