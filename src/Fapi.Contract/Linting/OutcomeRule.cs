namespace Fapi.Contract.Linting;

internal sealed class OutcomeRule : LintRule
{
    // Ends in success, so that no failure has it.
    private const string AlreadySet = "AlreadySet";

    public override IEnumerable<LintError> Check(LintedSpec spec) =>
        from rule in spec.Root.ItemsOf("x-outcomes")
        from fault in Faults(spec, rule)
        select new LintError(rule, fault);

    private static IEnumerable<string> Faults(LintedSpec spec, SourceNode rule)
    {
        var (outcome, status, code) = (rule["outcome"]?.Text, rule["status"]?.Text, rule["code"]);
        string[] known = [.. spec.Code.Outcomes, AlreadySet];
        if (!known.Contains(outcome))
        {
            yield return $"Rule '{outcome}' of 'x-outcomes' is none of {string.Join(", ", known)}.";
        }

        if (outcome == AlreadySet && code is null)
        {
            yield return $"Rule '{outcome}' of 'x-outcomes' has no code, which tells that nothing had to change.";
        }
        else if (status is null && code is null)
        {
            yield return $"Rule '{outcome}' of 'x-outcomes' has neither a status nor a code.";
        }

        if (status is not null && !IsStatus(status))
        {
            yield return $"Status '{status}' of 'x-outcomes' is '{status}'; it has to be a whole number.";
        }

        if (code is { IsWhole: false })
        {
            yield return $"Code '{code.Text}' of 'x-outcomes' is '{code.Text}'; it has to be a whole number.";
        }
    }

    private static bool IsStatus(string text) => int.TryParse(
        text.Replace("XX", "00", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
