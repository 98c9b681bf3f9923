using Fapi.Contract.Findings;
using Fapi.Contract.Messages;
using Fapi.Contract.Plans;
using Fapi.Contract.Schemas;

namespace Fapi.Contract.Rules;

internal static class ParameterRules
{
    public static void Missing(RequestFacts facts, FindingSink findings)
    {
        foreach (var use in facts.Documented)
        {
            var parameter = use.Plan.Parameter;
            var isEmptyPath = parameter.In == "path" && use.IsSent && use.RawValue.Length == 0;
            if (parameter.Required && (!use.IsSent || isEmptyPath))
            {
                findings.Add(use.Plan.Location, "a value, it is required", "nothing");
            }
        }
    }

    public static void Undocumented(RequestFacts facts, FindingSink findings)
    {
        foreach (var pair in facts.Pairs)
        {
            if (pair is { Plan: null, Name: { } name } && IsClosed(pair.In, facts, name))
            {
                findings.Add(
                    $"{pair.In} {Excerpt.Shorten(name)}", "no parameter that the document does not name", "one");
            }
        }
    }

    public static void Repeated(RequestFacts facts, FindingSink findings)
    {
        foreach (var use in facts.Documented)
        {
            var times = Times(use, facts.Request);
            if (times > 1)
            {
                findings.Add(use.Plan.Location, "one value", $"{times}");
            }
        }
    }

    public static void Style(RequestFacts facts, FindingSink findings)
    {
        foreach (var use in facts.Documented.Where(use => use.IsSent && !use.Plan.IsJson && use.Plan.Shape.IsArray))
        {
            var (parameter, raw) = (use.Plan, use.RawValue);
            if (raw.StartsWith('[') || raw.StartsWith("%5B", StringComparison.OrdinalIgnoreCase))
            {
                findings.Add(parameter.Location, Wanted(parameter), "a JSON array");
            }
            else if (parameter.IsRepeatable && raw.Contains(',', StringComparison.Ordinal))
            {
                findings.Add(parameter.Location, Wanted(parameter), "items in one value, separated by commas");
            }
        }
    }

    public static void Value(RequestFacts facts, FaultKind kind, FindingSink findings)
    {
        foreach (var (parameter, fault) in facts.Values)
        {
            if (fault.Kind == kind)
            {
                var actual = parameter.Parameter.IsSecret ? Excerpt.Masked : fault.Actual;
                findings.Add(parameter.Location + Excerpt.Shorten(fault.Pointer), fault.Expected, actual);
            }
        }
    }

    public static void SignatureLast(RequestFacts facts, FindingSink findings)
    {
        var last = facts.Pairs.FindLast(p => p.In is "query" or "form");
        var signature = facts.Pairs.Find(p => p.Plan?.Parameter.IsSignature == true);
        if (signature is not null && !ReferenceEquals(last, signature))
        {
            findings.Add(signature.Plan!.Location, "to be the last parameter", $"followed by {last}");
        }
    }

    private static bool IsClosed(string location, RequestFacts facts, string name) => location switch
    {
        "query" => !facts.Plan.AllSchemes.Any(s => s.In == "query" && s.Name == name),
        "form" => facts.Body.Media is { AllowsOtherFields: false },
        _ => false,
    };

    private static int Times(ParameterUse use, RecordedRequest request) => use.Plan switch
    {
        { Parameter: { In: "header", Name: var name } } => request.Headers.Count(name),
        { IsRepeatable: true } => 1,
        { SpreadsProperties: true } => use.Sent.GroupBy(p => p.Property).Select(g => g.Count()).DefaultIfEmpty().Max(),
        _ => use.Sent.Count,
    };

    private static string Wanted(ParameterPlan parameter) => parameter.IsRepeatable
        ? $"{parameter.Parameter.Name} once for each item"
        : $"items in one value, in the style {parameter.Style}";
}
