namespace Fapi.Contract.Linting;

internal sealed class RepeatHarmlessRule : LintRule
{
    private const string Key = "x-repeat-harmless";

    protected override IEnumerable<LintError> Check(LintedOperation operation)
    {
        if (operation.Node[Key]?.Text is not ("true" or "false"))
        {
            yield return operation.Error(operation.Node[Key], $"has no {Key}: true or false.");
        }
    }
}
