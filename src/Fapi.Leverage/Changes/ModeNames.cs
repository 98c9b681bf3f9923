namespace Fapi.Leverage;

/// <summary>Names of the modes of an account in changes.</summary>
internal static class ModeNames
{
    internal const string Hedge = "hedge";
    internal const string OneWay = "one-way";
    internal const string On = "on";
    internal const string Off = "off";

    internal static string Position(bool isHedge) => isHedge ? Hedge : OneWay;

    internal static string MultiAssets(bool isOn) => isOn ? On : Off;
}
