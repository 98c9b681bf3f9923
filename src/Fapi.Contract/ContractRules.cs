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
