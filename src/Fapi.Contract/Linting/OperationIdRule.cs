namespace Fapi.Contract.Linting;

// The generator makes up an id where there is none. That none occurs twice is a matter of the contract.
internal sealed class OperationIdRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec) => spec.Operations
        .Where(operation => string.IsNullOrEmpty(operation.Id))
        .Select(operation => new LintError(
            operation.Place,
            $"Path '{operation.Path}' has no operationId for {operation.Method}; it names the method."));
}
