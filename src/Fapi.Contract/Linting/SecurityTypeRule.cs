namespace Fapi.Contract.Linting;

internal sealed class SecurityTypeRule : LintRule
{
    private static readonly string[] Types = ["NONE", "MARKET_DATA", "USER_STREAM", "USER_DATA", "TRADE"];

    public override IEnumerable<LintError> Check(LintedSpec spec)
    {
        var choice = $"{string.Join(", ", Types[..^1])} or {Types[^1]}";
        foreach (var operation in spec.Operations)
        {
            var type = operation.Node["x-security-type"];
            if (type is null)
            {
                yield return operation.Error(null, $"has no x-security-type: {choice}.");
            }
            else if (!Types.Contains(type.Text))
            {
                yield return operation.Error(type, $"has x-security-type {type.Text}; it is {choice}.");
            }
        }
    }
}
