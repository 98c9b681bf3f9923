namespace Fapi.Sandbox.Faults;

/// <summary>How the connection ends, if it is not left to the client.</summary>
internal enum ConnectionEnd
{
    None,
    ResetInsteadOfResponse,
    WithinBody,
}
