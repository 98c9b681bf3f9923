namespace Fapi.Contract.Linting;

internal sealed class RateLimitRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec) =>
        from rule in spec.Facts("x-rate-limits")
        let limit = rule["limit"]?.Text
        let fault = WholeNumber.Fault(limit)
        where fault is not null
        select new LintError(rule, $"Limit '{limit}' of 'x-rate-limits' {fault}");
}
