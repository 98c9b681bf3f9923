namespace Fapi.Contract.Linting;

internal sealed class SecurityTypeRule : LintRule
{
    private const string Choice = "NONE, MARKET_DATA, USER_STREAM, USER_DATA or TRADE";

    protected override IEnumerable<LintError> Check(LintedOperation operation)
    {
        var type = operation.Node["x-security-type"];
        if (type?.Text is not ("NONE" or "MARKET_DATA" or "USER_STREAM" or "USER_DATA" or "TRADE"))
        {
            yield return operation.Error(type, type is null
                ? $"has no x-security-type: {Choice}."
                : $"has x-security-type {type.Text}; it is {Choice}.");
        }
    }
}
