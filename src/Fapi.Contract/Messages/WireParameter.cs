using Fapi.Contract.Plans;
using Fapi.Contract.Schemas;

namespace Fapi.Contract.Messages;

// One name=value pair as sent. Plan is the documented parameter that it belongs to; Property is set when that parameter
// is an object spread over several pairs. Name and Value are null when they are not well-formed.
internal sealed record WireParameter(string In, string? Name, string RawValue, string? Value)
{
    public ParameterPlan? Plan { get; set; }

    public string? Property { get; set; }

    // `a=1&b=2` of a query or a form body.
    public static void Read(ReadOnlySpan<char> text, string place, List<WireParameter> pairs)
    {
        while (!text.IsEmpty)
        {
            var pair = text.IndexOf('&') is >= 0 and var end ? text[..end] : text;
            text = text[Math.Min(pair.Length + 1, text.Length)..];
            if (!pair.IsEmpty)
            {
                var name = pair.IndexOf('=') is >= 0 and var equals ? pair[..equals] : pair;
                var raw = pair[Math.Min(name.Length + 1, pair.Length)..].ToString();
                pairs.Add(new(place, PercentText.Decode(name.ToString(), true), raw, PercentText.Decode(raw, true)));
            }
        }
    }

    // `a=1; b=2` of a Cookie header (RFC 6265, 4.2.1).
    public static IEnumerable<WireParameter> Cookies(string? text) =>
        from pair in text?.Split(';', StringSplitOptions.TrimEntries) ?? []
        let end = pair.IndexOf('=', StringComparison.Ordinal)
        where end > 0
        select new WireParameter("cookie", pair[..end], pair[(end + 1)..], pair[(end + 1)..]);

    // Every value of a documented header.
    public static List<WireParameter> Headers(
        ParameterPlan plan, IReadOnlyList<KeyValuePair<string, string>> sent)
    {
        var values = new List<WireParameter>(1);
        for (var i = 0; i < sent.Count; i++)
        {
            if (sent[i].Key.Equals(plan.Parameter.Name, StringComparison.OrdinalIgnoreCase))
            {
                var value = sent[i].Value.Trim();
                values.Add(new("header", plan.Parameter.Name, value, value));
            }
        }

        return values;
    }

    public override string ToString() => $"{In} {Excerpt.Shorten(Name ?? "?")}";
}

// A documented parameter that applies to the message, and the pairs that carry it, in the order of the wire.
internal sealed class ParameterUse(ParameterPlan plan)
{
    public ParameterPlan Plan => plan;

    public required List<WireParameter> Sent { get; init; }

    public bool IsSent => Sent.Count > 0;

    public string RawValue => Sent[0].RawValue;

    // How often the parameter is sent; items that are sent one by one count once.
    public int Times => plan switch
    {
        { IsRepeatable: true } => 1,
        { SpreadsProperties: true } => Sent.GroupBy(p => p.Property).Select(g => g.Count()).DefaultIfEmpty().Max(),
        _ => Sent.Count,
    };

    // Gives each pair the documented parameter that it belongs to.
    public static ParameterUse[] Assign(List<WireParameter> pairs, ParameterPlan[] plans)
    {
        var uses = Array.ConvertAll(plans, plan => new ParameterUse(plan) { Sent = new(1) });
        foreach (var pair in pairs)
        {
            foreach (var use in uses)
            {
                if (use.Fits(pair))
                {
                    pair.Plan = use.Plan;
                    use.Sent.Add(pair);
                    break;
                }
            }
        }

        return uses;
    }

    public IReadOnlyList<SchemaFault> Faults(bool isRequest)
    {
        var mayBeEmpty = isRequest && plan.AllowEmptyValue;
        return !IsSent || Sent.Exists(p => p.Value is null) || (mayBeEmpty && RawValue.Length == 0)
            ? []
            : plan.Schema.Check(ValueReader.Read(plan, Sent), isRequest);
    }

    private bool Fits(WireParameter pair)
    {
        var parameter = plan.Parameter;
        if (parameter.In != pair.In || pair.Name is not { } name || !plan.SpreadsProperties)
        {
            return parameter.In == pair.In && parameter.Name == pair.Name;
        }

        pair.Property = plan.Style == "deepObject" ? InBrackets(name, parameter.Name)
            : plan.Shape.Properties!.ContainsKey(name) ? name
            : null;
        return pair.Property is not null;
    }

    private static string? InBrackets(string name, string parameter) =>
        name.StartsWith(parameter, StringComparison.Ordinal) && name[parameter.Length..] is ['[', _, .., ']']
            ? name[(parameter.Length + 1)..^1]
            : null;
}
