namespace Fapi.Leverage;

/// <summary>Names of the modes of an account in changes.</summary>
internal static class ModeNames
{
    internal const string Hedge = "hedge";
    internal const string On = "on";

    internal static string Position(bool isHedge) => isHedge ? Hedge : "one-way";

    internal static string MultiAssets(bool isOn) => isOn ? On : "off";
}
