
namespace Fapi.Sandbox;

/// <content>Modes of the account and its state for each symbol, and what forbids to change them.</content>
public sealed partial class SandboxAccount
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SymbolState> _symbols = new(StringComparer.Ordinal);
    private bool _isHedgeMode;
    private bool _isMultiAssetsMode;

    /// <summary>True in hedge mode, false in one-way mode, the default; to be set without a request.</summary>
    public bool IsHedgeMode
    {
        get => Locked(() => _isHedgeMode);
        set => Locked(() => _isHedgeMode = value);
    }

    /// <summary>True in multi-assets mode, false by default; to be set without a request.</summary>
    public bool IsMultiAssetsMode
    {
        get => Locked(() => _isMultiAssetsMode);
        set => Locked(() => _isMultiAssetsMode = value);
    }

    internal SymbolState StateOf(SandboxSymbol symbol) => Locked(() => Find(symbol.Name));

    /// <returns>Name of the code that refuses the change; null when it was made.</returns>
    internal string? TrySetLeverage(SandboxSymbol symbol, int leverage) => Locked(() =>
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
    internal string? TrySetMarginType(string symbol, bool isIsolated) => Locked(() =>
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
    internal string? TrySetHedgeMode(bool isHedgeMode) => Locked(() =>
    {
        var refusal = _isHedgeMode == isHedgeMode ? "NO_NEED_TO_CHANGE_POSITION_SIDE"
            : _symbols.Values.Any(state => state.OpenOrders > 0) ? "POSITION_SIDE_CHANGE_EXISTS_OPEN_ORDERS"
            : _symbols.Values.Any(state => state.HasPosition) ? "POSITION_SIDE_CHANGE_EXISTS_QUANTITY"
            : null;
        _isHedgeMode = refusal is null ? isHedgeMode : _isHedgeMode;
        return refusal;
    });

    /// <inheritdoc cref="TrySetLeverage"/>
    internal string? TrySetMultiAssetsMode(bool isMultiAssetsMode) => Locked(() =>
    {
        var refusal = _isMultiAssetsMode == isMultiAssetsMode ? "NO_NEED_TO_CHANGE_JOINT_MARGIN"
            : _symbols.Values.Any(state => state.IsIsolated) ? "ISOLATED_REJECT_WITH_JOINT_MARGIN"
            : _symbols.Values.Any(state => state.OpenOrders > 0) ? "JOINT_MARGIN_REJECT_WITH_OPEN_ORDER"
            : null;
        _isMultiAssetsMode = refusal is null ? isMultiAssetsMode : _isMultiAssetsMode;
        return refusal;
    });

    internal void Reset() => Locked(() =>
    {
        _symbols.Clear();
        return _isHedgeMode = _isMultiAssetsMode = false;
    });

    private void Change(SandboxSymbol symbol, Func<SymbolState, SymbolState> change) =>
        Locked(() => _symbols[symbol.Name] = change(Find(symbol.Name)));

    private SymbolState Find(string symbol) => _symbols.GetValueOrDefault(symbol, SymbolState.Initial);

    private T Locked<T>(Func<T> action)
    {
        lock (_gate)
        {
            return action();
        }
    }
}
