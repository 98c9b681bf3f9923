namespace Fapi.Contract.Linting;

internal sealed class RepeatHarmlessRule : LintRule
{
    private const string Key = "x-repeat-harmless";

    public override IEnumerable<LintError> Check(LintedSpec spec) => spec.Operations
        .Where(operation => operation.Node[Key]?.Text is not ("true" or "false"))
        .Select(operation => operation.Error(operation.Node[Key], $"has no {Key}: true or false."));
}
