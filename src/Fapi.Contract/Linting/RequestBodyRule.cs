namespace Fapi.Contract.Linting;

// Forms have become parameters by now.
internal sealed class RequestBodyRule : LintRule
{
    protected override IEnumerable<LintError> Check(LintedOperation operation)
    {
        if (operation.Node["requestBody"] is { } body)
        {
            yield return operation.Error(
                body, "has a body that is no form of fields (application/x-www-form-urlencoded); "
                    + "this client sends no other.");
        }
    }
}
