namespace Fapi.Leverage;

/// <summary>What a change is about.</summary>
public enum ChangeKind
{
    /// <summary>Position mode of the account: <c>one-way</c> or <c>hedge</c>.</summary>
    PositionMode,

    /// <summary>Multi-assets mode of the account: <c>on</c> or <c>off</c>.</summary>
    MultiAssets,

    /// <summary>Margin type of a symbol: <c>ISOLATED</c> or <c>CROSSED</c>.</summary>
    MarginType,

    /// <summary>Leverage of a symbol.</summary>
    Leverage,
}
