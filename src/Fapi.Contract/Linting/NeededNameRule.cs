namespace Fapi.Contract.Linting;

internal sealed class NeededNameRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec)
    {
        var operations = spec.Operations.Select(operation => CSharpName.Operation(operation.Id));
        var names = operations.Concat(spec.Root.ItemsOf("x-error-codes").Select(CSharpName.Code));
        return spec.Code.Needs.Except(names).Select(name => new LintError(
            spec.Root["paths"]!,
            $"It lacks the operation or code that is {name} in C#, and the client itself uses it."));
    }
}
