namespace Fapi.Sandbox;

/// <summary>Where the connection is reset.</summary>
internal enum ResetPoint
{
    Never,
    InsteadOfAnswer,
    WithinBody,
}
