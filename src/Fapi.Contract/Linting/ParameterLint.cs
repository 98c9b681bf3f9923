using System.Text.RegularExpressions;

namespace Fapi.Contract.Linting;

/// <summary>Rules on the parameters of methods, fields of a form among them.</summary>
internal static partial class ParameterLint
{
    /// <summary>Formats of a string that the generator has a type for, and the client no text.</summary>
    public static readonly string[] Formats =
        ["date", "time", "duration", "time-span", "byte", "binary", "base64", "base64url", "uri"];

    private static readonly (string Minimum, string Maximum)[] BoundKeys =
        [("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems")];

    public static IEnumerable<LintError> Example(LintedSpec spec) =>
        from parameter in spec.Parameters
        where parameter is { IsRequired: true, HasExample: false }
        select parameter.Error(
            null, "is required and has no example, which tests make requests of; give one here or in the schema.");

    // That each placeholder has its parameter is a matter of the contract.
    public static IEnumerable<LintError> Place(LintedSpec spec) =>
        from operation in spec.Operations
        from parameter in operation.Parameters
        let placeholder = $"{{{parameter.Name}}}"
        let fault = parameter.In switch
        {
            "cookie" => "is in a cookie; this client sends parameters in path, query, header and form.",
            "path" when !operation.Path.Contains(placeholder, StringComparison.Ordinal) =>
                $"is in the path, which has no {placeholder}.",
            _ => null,
        }
        where fault is not null
        select parameter.Error(null, fault);

    public static IEnumerable<LintError> Names(LintedSpec spec) =>
        from operation in spec.Operations
        let taken = new HashSet<string> { "callOptions", "cancellationToken" }
        from parameter in operation.Parameters
        let reason = CSharpName.Take(CSharpName.Parameter(parameter.Name), taken)
        where reason is not null
        select parameter.Error(
            null, $"{reason}. Parameters have to differ by more than upper and lower case or punctuation.");

    public static IEnumerable<LintError> Type(LintedSpec spec) =>
        from parameter in spec.Parameters
        let schema = parameter.Schema?["items"] ?? parameter.Schema
        where schema is not null && schema["enum"] is null
        let kind = (schema["type"]?.Text, schema["format"]?.Text) switch
        {
            ("string", var format) => Formats.Contains(format) ? $"a string of the format {format}" : null,
            ("integer" or "number" or "boolean", _) => null,
            (null, _) => "of no type",
            var (type, _) => $"an {type}",
        }
        where kind is not null
        select parameter.Error(
            schema,
            $"is {kind}, which this client has no text for; "
                + "its schema needs a simple type, such as string or integer.");

    public static IEnumerable<LintError> Header(LintedSpec spec)
    {
        var keys = (spec.Root["components"]?.EntriesOf("securitySchemes") ?? [])
            .Select(scheme => scheme.Value["name"]?.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from parameter in spec.Parameters
            where parameter.In == "header"
            let fault = keys.Contains(parameter.Name) ? "carries a key; its security scheme suffices."
                : !Token().IsMatch(parameter.Name) ? "is no name of a header."
                : Own().IsMatch(parameter.Name) ? "is a header that belongs to HTTP; the client sets it by itself."
                : parameter.Schema?["type"]?.Text == "array" ? "is an array, which this client sends in no header."
                : null
            where fault is not null
            select parameter.Error(null, fault);
    }

    public static IEnumerable<LintError> Bounds(LintedSpec spec) =>
        from parameter in spec.Parameters
        from bound in BoundKeys
        let minimum = parameter.Schema?[bound.Minimum]
        let maximum = parameter.Schema?[bound.Maximum]
        where minimum?.Number > maximum?.Number
        select parameter.Error(
            minimum, $"allows no value: its {bound.Minimum} is {minimum.Text}, its {bound.Maximum} {maximum.Text}.");

    [GeneratedRegex(@"^[\w!#$%&'*+.^`|~-]+\z", RegexOptions.ECMAScript)]
    private static partial Regex Token();

    [GeneratedRegex(
        @"^(?:Accept|Authorization|Connection|Content-.*|Cookie|Expect|Host|TE|Trailer|Transfer-Encoding|Upgrade)\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex Own();
}
