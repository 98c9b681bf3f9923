namespace Fapi.Contract;

/// <summary>One difference between a message and the contract.</summary>
/// <param name="Rule">Id of the rule that found it, one of <see cref="ContractRules.All"/>.</param>
/// <param name="Operation">Id of the operation, or the method when no operation matches.</param>
/// <param name="Location">Where it is: <c>query leverage</c>, <c>header Retry-After</c>, <c>body /items/0/price</c>,
/// <c>path</c>, <c>method</c>, <c>status</c>.</param>
/// <param name="Expected">What the contract wants.</param>
/// <param name="Actual">What was found; shortened, without control characters, and masked where it can be
/// secret.</param>
public sealed record ContractFinding(string Rule, string Operation, string Location, string Expected, string Actual)
{
    /// <summary>The finding in one line.</summary>
    /// <returns>Rule, operation, location, what was expected and what was found.</returns>
    public override string ToString() => $"{Rule}: {Operation}, {Location}: expected {Expected}, found {Actual}";
}
