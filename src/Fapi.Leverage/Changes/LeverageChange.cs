namespace Fapi.Leverage;

/// <summary>One difference between an account and a plan.</summary>
public sealed record LeverageChange
{
    /// <summary>What it is about.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The symbol; null for a mode of the account.</summary>
    public string? Symbol { get; init; }

    /// <summary>What is so now.</summary>
    public required string From { get; init; }

    /// <summary>What is wanted.</summary>
    public required string To { get; init; }

    /// <summary>What in the plan asks for it, such as <c>*USDC</c> or <c>defaults</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>What forbids it, and what to do about it; null when nothing is known to. A change that is blocked is
    /// not sent.</summary>
    public string? Block { get; init; }

    /// <summary>True when the plan wants more than the brackets of the symbol allow, and allows to lower it.</summary>
    public bool IsClamped { get; init; }

    /// <summary>Such as <c>BTCUSDT leverage 20 → 5</c>.</summary>
    public override string ToString() => $"{Subject} {From} → {To}";

    /// <summary>Whether it takes more risk than there is now.</summary>
    internal bool Raises =>
        Kind == ChangeKind.Leverage && Leverage > int.Parse(From, CultureInfo.InvariantCulture);

    /// <summary>The leverage that a change of one is to.</summary>
    internal int Leverage => int.Parse(To, CultureInfo.InvariantCulture);

    internal string Subject => Kind switch
    {
        ChangeKind.PositionMode => "position mode",
        ChangeKind.MultiAssets => "multi-assets mode",
        ChangeKind.MarginType => $"{Symbol} margin type",
        _ => $"{Symbol} leverage",
    };
}

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

/// <summary>Names of the modes of an account in changes.</summary>
internal static class ModeNames
{
    internal const string Hedge = "hedge";
    internal const string On = "on";

    internal static string Position(bool isHedge) => isHedge ? Hedge : "one-way";

    internal static string MultiAssets(bool isOn) => isOn ? On : "off";
}
