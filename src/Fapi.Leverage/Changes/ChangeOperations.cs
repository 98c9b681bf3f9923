namespace Fapi.Leverage;

/// <summary>The operation that makes a change.</summary>
internal static class ChangeOperations
{
    internal static FapiOperation Operation(this ChangeKind kind) => kind switch
    {
        ChangeKind.PositionMode => FapiOperations.ChangePositionMode,
        ChangeKind.MultiAssets => FapiOperations.ChangeMultiAssetsMode,
        ChangeKind.MarginType => FapiOperations.ChangeMarginType,
        _ => FapiOperations.ChangeInitialLeverage,
    };
}
