using Fapi.Contract.Source;

namespace Fapi.Contract.Linting;

internal sealed class ErrorCodeRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec)
    {
        var names = new HashSet<string> { "FapiErrorCodes", "Explain" };
        var codes = new HashSet<string>();
        return spec.Facts("x-error-codes")
            .SelectMany(entry => Faults(entry, names, codes)
                .Select(fault => new LintError(entry, $"Code '{entry["code"]?.Text}' of 'x-error-codes' {fault}")));
    }

    private static IEnumerable<string> Faults(SourceNode entry, HashSet<string> names, HashSet<string> codes)
    {
        var code = entry["code"]?.Text;
        if (WholeNumber.Fault(code) is { } fault)
        {
            yield return fault;
        }
        else if (!codes.Add(code!))
        {
            yield return "is there twice.";
        }

        if (CSharpName.Take(CSharpName.Code(entry["name"]?.Text ?? ""), names) is { } reason)
        {
            yield return $"{reason}. Change the name.";
        }

        if (entry["meaning"]?.Text is null || entry["action"]?.Text is null)
        {
            yield return "lacks its meaning or its action.";
        }
    }
}
