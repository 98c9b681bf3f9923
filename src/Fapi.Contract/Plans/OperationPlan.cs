using System.Collections.Frozen;
using Fapi.Contract.Schemas;

namespace Fapi.Contract.Plans;

// One operation, prepared for checking.
internal sealed record OperationPlan(
    ContractOperation Operation,
    ParameterPlan[] Parameters,
    RequestBodyPlan? Body,
    FrozenDictionary<string, ResponsePlan> Responses,
    IReadOnlyCollection<ContractSecurityScheme> Schemes)
{
    public ParameterPlan[] Headers { get; } = [.. Parameters.Where(p => p.Parameter.In == "header")];

    // What carries a credential of any scheme of the document.
    public (string In, string Name)[] Carriers { get; } = [.. Schemes.Select(s => (s.In, s.Name)).Distinct()];

    // Schemes whose carrier this operation does not ask for.
    public ContractSecurityScheme[] ForeignSchemes { get; } =
        [.. Schemes.Where(s => !Operation.Security.Any(own => own.Any(o => (o.In, o.Name) == (s.In, s.Name))))];

    // Exact status first, then its class, then the default (https://spec.openapis.org/oas/v3.0.3#responses-object).
    public ResponsePlan? ResponseFor(int status)
    {
        var text = status.ToString(CultureInfo.InvariantCulture);
        return Responses.GetValueOrDefault(text)
            ?? (text.Length == 3 ? Responses.GetValueOrDefault($"{text[0]}XX") : null)
            ?? Responses.GetValueOrDefault("default");
    }
}

internal sealed record RequestBodyPlan(bool Required, MediaPlan[] Media);

internal sealed record ResponsePlan(ContractResponse Response, ParameterPlan[] Headers, MediaPlan[] Media);

// One documented content type. Fields are those of a form; a form that does not speak of additional properties takes
// none, because a field that nobody documented is a mistake more often than a wish.
internal sealed record MediaPlan(
    MediaRange Range,
    SchemaCheck? Schema,
    ParameterPlan[]? Fields,
    bool AllowsOtherFields);

// A content type of the document, which may hold wildcards: `*/*`, `text/*`.
internal readonly record struct MediaRange(string Type)
{
    public bool IsJson =>
        Type.EndsWith("/json", StringComparison.OrdinalIgnoreCase)
        || Type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    public bool IsForm => Type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    public static MediaRange Parse(string contentType) => new(contentType.Split(';', 2)[0].Trim());

    public bool Covers(MediaRange sent) =>
        Type.Equals(sent.Type, StringComparison.OrdinalIgnoreCase)
        || Type == "*/*"
        || (Type.EndsWith("/*", StringComparison.Ordinal)
            && sent.Type.StartsWith(Type[..^1], StringComparison.OrdinalIgnoreCase));
}
