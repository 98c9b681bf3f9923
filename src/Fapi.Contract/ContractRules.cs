using Fapi.Contract.Rules;

namespace Fapi.Contract;

/// <summary>The table of rules.</summary>
public static class ContractRules
{
    /// <summary>Every rule, those on requests first.</summary>
    public static IReadOnlyList<ContractRule> All { get; } =
    [
        .. RuleTable.Requests.Select(rule => new ContractRule(rule.Id, rule.Description)),
        .. RuleTable.Responses.Select(rule => new ContractRule(rule.Id, rule.Description)),
    ];
}

/// <summary>A rule that messages are checked against.</summary>
/// <param name="Id">Name of the rule in kebab-case; an id is never given to another rule.</param>
/// <param name="Description">What keeps to the rule, in a sentence.</param>
public sealed record ContractRule(string Id, string Description);
