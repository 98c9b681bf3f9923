using Fapi.Contract;

namespace Fapi.Sandbox;

/// <summary>The parameters of a signed request that belong to no operation.</summary>
internal static class SecurityParameters
{
    public const string Timestamp = "timestamp";
    public const string RecvWindow = "recvWindow";
    public const string Signature = "signature";

    public static bool IsSigned(ContractOperation operation) => operation.Parameters.Any(p => p.Name == Signature);

    public static bool Includes(string name) => name is Timestamp or RecvWindow or Signature;
}
