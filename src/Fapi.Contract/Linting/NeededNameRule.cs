namespace Fapi.Contract.Linting;

internal sealed class NeededNameRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec)
    {
        var operations = spec.Operations.Select(operation => CSharpName.Operation(operation.Id ?? ""));
        var codes = spec.Facts("x-error-codes").Select(entry => CSharpName.Code(entry["name"]?.Text ?? ""));
        return spec.Code.Needs.Except(operations.Concat(codes)).Select(name => new LintError(
            spec.Root["paths"]!,
            $"It lacks the operation or code that is {name} in C#, and the client itself uses it."));
    }
}
