using Fapi.Contract.Source;

namespace Fapi.Contract.Linting;

internal sealed class OutcomeRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec) => spec.Facts("x-outcomes")
        .SelectMany(rule => Faults(spec, rule).Select(fault => new LintError(rule, fault)));

    private static IEnumerable<string> Faults(LintedSpec spec, SourceNode rule)
    {
        var outcome = rule["outcome"]?.Text;
        var (status, code) = (rule["status"]?.Text, rule["code"]?.Text);
        if (!spec.Code.Outcomes.Contains(outcome))
        {
            yield return $"Rule '{outcome}' of 'x-outcomes' is none of {string.Join(", ", spec.Code.Outcomes)}.";
        }

        if (status is null && code is null)
        {
            yield return $"Rule '{outcome}' of 'x-outcomes' has neither a status nor a code.";
        }

        if (status is not null && WholeNumber.Fault(status.Replace("XX", "00", StringComparison.Ordinal)) is { } wrong)
        {
            yield return $"Status '{status}' of 'x-outcomes' {wrong}";
        }

        if (code is not null && WholeNumber.Fault(code) is { } fault)
        {
            yield return $"Code '{code}' of 'x-outcomes' {fault}";
        }
    }
}
