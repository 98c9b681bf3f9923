namespace Fapi.Contract.Linting;

internal sealed class ParameterNameRule : LintRule
{
    private const string Advice = "Parameters have to differ by more than upper and lower case or punctuation.";

    protected override IEnumerable<LintError> Check(LintedOperation operation)
    {
        var taken = new HashSet<string> { "callOptions", "cancellationToken" };
        return
            from parameter in operation.Parameters
            let reason = CSharpName.Take(CSharpName.Parameter(parameter.Name), taken)
            where reason is not null
            select parameter.Error(null, $"{reason}. {Advice}");
    }
}
