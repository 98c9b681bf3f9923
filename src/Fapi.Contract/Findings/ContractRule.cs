namespace Fapi.Contract;

/// <summary>A rule that messages are checked against.</summary>
/// <param name="Id">Name of the rule in kebab-case; an id is never given to another rule.</param>
/// <param name="Description">What keeps to the rule, in a sentence.</param>
public sealed record ContractRule(string Id, string Description);
