namespace Fapi.Sandbox.Checks;

/// <summary>The parameters of a signed request that belong to no operation.</summary>
internal static class SecurityParameters
{
    public const string Timestamp = "timestamp";
    public const string RecvWindow = "recvWindow";

    /// <returns>Name of the parameter that signs the request; null when the operation is not signed.</returns>
    public static string? FindSignature(ContractOperation operation) =>
        operation.Parameters.FirstOrDefault(p => p.IsSignature)?.Name;
}
