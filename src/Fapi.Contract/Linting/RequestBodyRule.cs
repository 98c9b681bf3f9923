namespace Fapi.Contract.Linting;

internal sealed class RequestBodyRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec) =>
        from operation in spec.Operations
        let body = operation.Node["requestBody"]
        where body is not null
        select operation.Error(body, "has a body; this client sends parameters in the path and the query only.");
}
