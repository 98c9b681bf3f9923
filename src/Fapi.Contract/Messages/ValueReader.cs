using Fapi.Contract.Plans;

namespace Fapi.Contract.Messages;

// The value of a parameter from the pairs that carry it (https://spec.openapis.org/oas/v3.0.3#style-values).
internal static class ValueReader
{
    public static JToken Read(ParameterPlan plan, IReadOnlyList<WireParameter> pairs)
    {
        if (plan.IsJson)
        {
            return JsonReading.Read(Encoding.UTF8.GetBytes(pairs[0].Value!), out _) ?? new JValue(pairs[0].Value);
        }

        if (plan.Shape.Items is { } items)
        {
            var texts = plan.IsRepeatable ? pairs.Select(p => p.Value!) : Split(plan, pairs[0]);
            return new JArray(texts.Select(t => ScalarReader.Read(t, items.Scalars)));
        }

        if (plan.Shape.Properties is not { } properties)
        {
            return ScalarReader.Read(Unprefixed(plan, pairs[0].Value!), plan.Shape.Scalars);
        }

        var map = new JObject();
        foreach (var (name, value) in plan.SpreadsProperties
            ? pairs.Select(p => (p.Property!, p.Value!))
            : Listed(plan, pairs[0]))
        {
            map[name] = ScalarReader.Read(value, properties.GetValueOrDefault(name, ValueShape.Text).Scalars);
        }

        return map;
    }

    // `r,100,g,200`, or `r=100,g=200` when exploded.
    private static IEnumerable<(string Name, string Value)> Listed(ParameterPlan plan, WireParameter pair) =>
        from field in plan.Explode ? Split(plan, pair).Select(t => t.Split('=', 2)) : Split(plan, pair).Chunk(2)
        select (field[0], field.ElementAtOrDefault(1) ?? "");

    // In a query the delimiter is the raw character; the same character percent-encoded belongs to an item. Where
    // nothing is encoded (headers) both are the same.
    private static IEnumerable<string> Split(ParameterPlan plan, WireParameter pair)
    {
        var text = Unprefixed(plan, pair.RawValue);
        if (text.Length == 0)
        {
            return [];
        }

        var delimiter = plan.Style switch
        {
            "spaceDelimited" => "%20",
            "pipeDelimited" => text.Contains('|', StringComparison.Ordinal) ? "|" : "%7C",
            "label" when plan.Explode => ".",
            "matrix" when plan.Explode => $";{plan.Parameter.Name}=",
            _ => ",",
        };
        var isEncoded = plan.Parameter.In is "query" or "form" or "path";
        return text.Split(delimiter, StringSplitOptions.TrimEntries)
            .Select(t => isEncoded ? PercentText.Decode(t, plan.Parameter.In != "path") ?? t : t);
    }

    private static string Unprefixed(ParameterPlan plan, string text)
    {
        var prefix = plan.Style switch
        {
            "label" => ".",
            "matrix" => $";{plan.Parameter.Name}=",
            _ => "",
        };
        return text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;
    }
}
