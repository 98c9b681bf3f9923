using Fapi.Contract.Messages;
using Fapi.Contract.Schemas;

namespace Fapi.Contract.Rules;

internal static class ParameterRules
{
    public static IEnumerable<Found> Missing(ParameterUse[] uses) =>
        from use in uses
        where use.Plan.Parameter.Required && (!use.IsSent || use is { RawValue: "", Plan.Parameter.In: "path" })
        select new Found(use.Plan.Location, "a value, it is required", "nothing");

    public static IEnumerable<Found> Undocumented(RequestFacts facts) =>
        from pair in facts.Pairs
        where pair is { Plan: null, Name: { } name } && IsClosed(pair.In, facts, name)
        select new Found($"{pair}", "no parameter that the document does not name", "one");

    public static IEnumerable<Found> Repeated(RequestFacts facts) =>
        from use in facts.Documented
        where use.Times > 1
        select new Found(use.Plan.Location, "one value", $"{use.Times}");

    public static IEnumerable<Found> Style(RequestFacts facts) =>
        from use in facts.Documented
        where WrongStyle(use) is not null
        select new Found(
            use.Plan.Location,
            use.Plan.IsRepeatable
                ? $"{use.Plan.Parameter.Name} once for each item"
                : $"items in one value, in the style {use.Plan.Style}",
            WrongStyle(use)!);

    public static IEnumerable<Found> Value(RequestFacts facts, FaultKind kind) =>
        from value in facts.Values
        where value.Fault.Kind == kind
        select new Found(
            value.Plan.Location + Excerpt.Shorten(value.Fault.Pointer),
            value.Fault.Expected,
            value.Plan.Shown(value.Fault));

    public static IEnumerable<Found> SignatureLast(RequestFacts facts)
    {
        var last = facts.Pairs.FindLast(p => p.In is "query" or "form");
        var signature = facts.Pairs.Find(p => p.Plan?.Parameter.IsSignature == true);
        return signature is null || ReferenceEquals(last, signature)
            ? []
            : [new(signature.Plan!.Location, "to be the last parameter", $"followed by {last}")];
    }

    private static bool IsClosed(string location, RequestFacts facts, string name) => location switch
    {
        "query" => !facts.Plan.Carriers.Contains(("query", name)),
        "form" => facts.Body.Media is { AllowsOtherFields: false },
        _ => false,
    };

    private static string? WrongStyle(ParameterUse use) => use switch
    {
        { IsSent: false } or { Plan.IsJson: true } or { Plan.Shape.IsArray: false } => null,
        { RawValue: ['[', ..] or ['%', '5', 'B' or 'b', ..] } => "a JSON array",
        { Plan.IsRepeatable: true } when use.RawValue.Contains(',', StringComparison.Ordinal) =>
            "items in one value, separated by commas",
        _ => null,
    };
}
