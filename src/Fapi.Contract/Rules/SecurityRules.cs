using Fapi.Contract.Findings;
using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal static class SecurityRules
{
    public static void Missing(RequestFacts facts, FindingSink findings)
    {
        var alternatives = facts.Plan.Operation.Security;
        if (alternatives.Count == 0 || alternatives.Any(a => a.All(s => IsSent(s, facts))))
        {
            return;
        }

        foreach (var scheme in alternatives[0].Where(s => !IsSent(s, facts)))
        {
            findings.Add(Place(scheme), $"the credential of {scheme.Key}", "none");
        }
    }

    public static void Unexpected(RequestFacts facts, FindingSink findings)
    {
        foreach (var scheme in facts.Plan.ForeignSchemes.Where(s => IsSent(s, facts)).DistinctBy(Place))
        {
            findings.Add(Place(scheme), "no credential, the operation does not ask for it", Excerpt.Masked);
        }
    }

    public static void Repeated(RequestFacts facts, FindingSink findings)
    {
        foreach (var scheme in facts.Plan.AllSchemes.DistinctBy(s => (s.In, s.Name)))
        {
            var times = scheme.In == "header" ? facts.Request.Headers.Count(scheme.Name)
                : facts.Pairs.Count(p => p.In == scheme.In && p.Name == scheme.Name);
            if (times > 1)
            {
                findings.Add(Place(scheme), "one value", $"{times}");
            }
        }
    }

    private static string Place(ContractSecurityScheme scheme) => $"{scheme.In} {scheme.Name}";

    private static bool IsSent(ContractSecurityScheme scheme, RequestFacts facts) => scheme.In == "header"
        ? facts.Request.Headers.Find(scheme.Name) is { } value && Fits(scheme, value)
        : facts.Pairs.Exists(p => p.In == scheme.In && p.Name == scheme.Name && p.RawValue.Length > 0);

    private static bool Fits(ContractSecurityScheme scheme, string value) =>
        !string.IsNullOrWhiteSpace(value)
        && (scheme.HttpScheme is null || value.StartsWith(scheme.HttpScheme + " ", StringComparison.OrdinalIgnoreCase));
}
