namespace Fapi.Contract.Linting;

/// <summary>Looks for one kind of fault in a spec that is an OpenAPI document.</summary>
internal abstract class LintRule
{
    public abstract IEnumerable<LintError> Check(LintedSpec spec);
}
