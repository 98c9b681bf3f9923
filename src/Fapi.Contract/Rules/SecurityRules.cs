using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal static class SecurityRules
{
    public static IEnumerable<Found> Missing(RequestFacts facts)
    {
        var alternatives = facts.Plan.Operation.Security;
        return alternatives.Count == 0 || alternatives.Any(a => a.All(s => IsSent(s, facts)))
            ? []
            : from scheme in alternatives[0]
              where !IsSent(scheme, facts)
              select new Found(Place(scheme), $"the credential of {scheme.Key}", "none");
    }

    public static IEnumerable<Found> Unexpected(RequestFacts facts) =>
        from scheme in facts.Plan.ForeignSchemes.Where(s => IsSent(s, facts)).DistinctBy(Place)
        select new Found(Place(scheme), "no credential, the operation does not ask for it", Excerpt.Masked);

    public static IEnumerable<Found> Repeated(RequestFacts facts) =>
        from carrier in facts.Plan.Carriers
        where Times(carrier, facts) > 1
        select new Found($"{carrier.In} {carrier.Name}", "one value", $"{Times(carrier, facts)}");

    private static int Times((string In, string Name) carrier, RequestFacts facts) => carrier.In == "header"
        ? facts.Request.Headers.Count(carrier.Name)
        : facts.Pairs.Count(p => p.In == carrier.In && p.Name == carrier.Name);

    private static string Place(ContractSecurityScheme scheme) => $"{scheme.In} {scheme.Name}";

    private static bool IsSent(ContractSecurityScheme scheme, RequestFacts facts) => scheme.In == "header"
        ? facts.Request.Headers.Find(scheme.Name) is { } value && Fits(scheme, value)
        : facts.Pairs.Exists(p => p.In == scheme.In && p.Name == scheme.Name && p.RawValue.Length > 0);

    private static bool Fits(ContractSecurityScheme scheme, string value) =>
        !string.IsNullOrWhiteSpace(value)
        && (scheme.HttpScheme is null || value.StartsWith(scheme.HttpScheme + " ", StringComparison.OrdinalIgnoreCase));
}
