namespace Fapi.Contract.Linting;

// That each placeholder has its parameter is a matter of the contract.
internal sealed class ParameterPlaceRule : LintRule
{
    protected override IEnumerable<LintError> Check(LintedOperation operation)
    {
        foreach (var parameter in operation.Parameters)
        {
            var placeholder = $"{{{parameter.Name}}}";
            if (parameter.In == "cookie")
            {
                yield return parameter.Error(
                    null, "is in a cookie; this client sends parameters in path, query, header and form.");
            }
            else if (parameter.In == "path" && !operation.Path.Contains(placeholder, StringComparison.Ordinal))
            {
                yield return parameter.Error(null, $"is in the path, which has no {placeholder}.");
            }
        }
    }
}
