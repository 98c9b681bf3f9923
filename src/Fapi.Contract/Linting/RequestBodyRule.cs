namespace Fapi.Contract.Linting;

internal sealed class RequestBodyRule : LintRule
{
    protected override IEnumerable<LintError> Check(LintedOperation operation)
    {
        if (operation.Node["requestBody"] is { } body)
        {
            yield return operation.Error(
                body, "has a body; this client sends parameters in the path and the query only.");
        }
    }
}
