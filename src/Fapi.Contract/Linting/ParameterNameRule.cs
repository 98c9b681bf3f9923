namespace Fapi.Contract.Linting;

internal sealed class ParameterNameRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec)
    {
        foreach (var operation in spec.Operations)
        {
            var taken = new HashSet<string> { "cancellationToken" };
            foreach (var parameter in operation.Parameters)
            {
                if (CSharpName.Take(CSharpName.Parameter(parameter.Name), taken) is { } reason)
                {
                    yield return parameter.Error(
                        null,
                        $"{reason}. Parameters have to differ by more than upper and lower case or punctuation.");
                }
            }
        }
    }
}
