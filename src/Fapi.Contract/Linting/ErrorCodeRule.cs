namespace Fapi.Contract.Linting;

internal sealed class ErrorCodeRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec)
    {
        var names = new HashSet<string> { "FapiErrorCodes", "Explain", "ScopeOf" };
        var codes = new HashSet<string>();
        return
            from entry in spec.Root.ItemsOf("x-error-codes")
            from fault in Faults(entry, names, codes)
            select new LintError(entry, $"Code '{entry["code"]?.Text}' of 'x-error-codes' {fault}");
    }

    private static IEnumerable<string> Faults(SourceNode entry, HashSet<string> names, HashSet<string> codes)
    {
        var code = entry["code"];
        if (code is not { IsWhole: true })
        {
            yield return $"is '{code?.Text}'; it has to be a whole number.";
        }
        else if (!codes.Add(code.Text!))
        {
            yield return "is there twice.";
        }

        if (CSharpName.Take(CSharpName.Code(entry), names) is { } reason)
        {
            yield return $"{reason}. Change the name.";
        }

        if (entry["meaning"]?.Text is null || entry["action"]?.Text is null)
        {
            yield return "lacks its meaning or its action.";
        }

        if (entry["scope"] is { Text: not ("state" or "account") } scope)
        {
            yield return $"has the scope '{scope.Text}'; it is state, account or none.";
        }
    }
}
