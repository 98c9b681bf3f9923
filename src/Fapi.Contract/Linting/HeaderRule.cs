using System.Text.RegularExpressions;

namespace Fapi.Contract.Linting;

internal sealed partial class HeaderRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec)
    {
        var keys = (spec.Root["components"]?["securitySchemes"]?.Entries ?? [])
            .Select(scheme => scheme.Value["name"]?.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from operation in spec.Operations
            from parameter in operation.Parameters
            where parameter.In == "header"
            let fault = keys.Contains(parameter.Name) ? "carries a key; its security scheme suffices."
                : !Token().IsMatch(parameter.Name) ? "is no name of a header."
                : Own().IsMatch(parameter.Name) ? "is a header that belongs to HTTP; the client sets it by itself."
                : parameter.Schema?["type"]?.Text == "array" ? "is an array, which this client sends in no header."
                : null
            where fault is not null
            select parameter.Error(null, fault);
    }

    [GeneratedRegex(@"^[\w!#$%&'*+.^`|~-]+\z", RegexOptions.ECMAScript)]
    private static partial Regex Token();

    [GeneratedRegex(
        @"^(?:Accept|Authorization|Connection|Content-.*|Cookie|Expect|Host|TE|Trailer|Transfer-Encoding|Upgrade)\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex Own();
}
