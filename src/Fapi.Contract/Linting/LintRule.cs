namespace Fapi.Contract.Linting;

/// <summary>Looks for one kind of fault in a spec that is an OpenAPI document.</summary>
internal abstract class LintRule
{
    public virtual IEnumerable<LintError> Check(LintedSpec spec) => spec.Operations.SelectMany(Check);

    protected virtual IEnumerable<LintError> Check(LintedOperation operation) => [];
}
