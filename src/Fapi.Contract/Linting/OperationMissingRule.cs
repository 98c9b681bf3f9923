namespace Fapi.Contract.Linting;

internal sealed class OperationMissingRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec)
    {
        if (spec.Operations.Count == 0)
        {
            yield return new LintError(spec.Root["paths"]!, "It has no operation.");
        }
    }
}
