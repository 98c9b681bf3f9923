namespace Fapi.Contract.Linting;

internal sealed class RateLimitRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec) =>
        from rule in spec.Root.ItemsOf("x-rate-limits")
        let limit = rule["limit"]
        where limit is not { IsWhole: true }
        select new LintError(
            rule, $"Limit '{limit?.Text}' of 'x-rate-limits' is '{limit?.Text}'; it has to be a whole number.");
}
