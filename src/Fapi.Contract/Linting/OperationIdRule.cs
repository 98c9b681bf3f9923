namespace Fapi.Contract.Linting;

// The generator makes up an id where there is none. That none occurs twice is a matter of the contract.
internal sealed class OperationIdRule : LintRule
{
    protected override IEnumerable<LintError> Check(LintedOperation operation)
    {
        if (operation.Id.Length == 0)
        {
            var message = $"Path '{operation.Path}' has no operationId for {operation.Method}; it names the method.";
            yield return new LintError(operation.Place, message);
        }
    }
}
