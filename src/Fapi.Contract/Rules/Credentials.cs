using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal static class Credentials
{
    public static bool AreSent(ContractSecurityScheme scheme, RequestFacts facts) => scheme.In == "header"
        ? facts.Request.Headers.Find(scheme.Name) is { } value && Fits(scheme, value)
        : facts.Pairs.Exists(p => p.In == scheme.In && p.Name == scheme.Name && p.RawValue.Length > 0);

    private static bool Fits(ContractSecurityScheme scheme, string value) =>
        !string.IsNullOrWhiteSpace(value)
        && (scheme.HttpScheme is null || value.StartsWith(scheme.HttpScheme + " ", StringComparison.OrdinalIgnoreCase));
}
