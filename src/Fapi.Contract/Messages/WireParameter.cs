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
    public static IEnumerable<WireParameter> Encoded(string text, string place) =>
        from pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let end = pair.IndexOf('=', StringComparison.Ordinal)
        let raw = end < 0 ? "" : pair[(end + 1)..]
        select new WireParameter(
            place,
            PercentText.Decode(end < 0 ? pair : pair[..end], plusIsSpace: true),
            raw,
            PercentText.Decode(raw, plusIsSpace: true));

    // `a=1; b=2` of a Cookie header (RFC 6265, 4.2.1).
    public static IEnumerable<WireParameter> Cookies(string? text) =>
        from pair in text?.Split(';', StringSplitOptions.TrimEntries) ?? []
        let end = pair.IndexOf('=', StringComparison.Ordinal)
        where end > 0
        select new WireParameter("cookie", pair[..end], pair[(end + 1)..], pair[(end + 1)..]);

    // Those of the documented headers that were sent.
    public static IEnumerable<WireParameter> Headers(
        IEnumerable<ParameterPlan> plans, IReadOnlyList<KeyValuePair<string, string>> sent) =>
        from plan in plans
        where plan.Parameter.In == "header"
        let value = sent.Find(plan.Parameter.Name)?.Trim()
        where value is not null
        select new WireParameter("header", plan.Parameter.Name, value, value);

    public override string ToString() => $"{In} {Excerpt.Shorten(Name ?? "?")}";
}

// A documented parameter that applies to the message, and the pairs that carry it, in the order of the wire.
internal sealed class ParameterUse(ParameterPlan plan)
{
    public ParameterPlan Plan => plan;

    public List<WireParameter> Sent { get; } = [];

    public bool IsSent => Sent.Count > 0;

    public string RawValue => Sent[0].RawValue;

    // Gives each pair the documented parameter that it belongs to.
    public static ParameterUse[] Assign(IEnumerable<WireParameter> pairs, IEnumerable<ParameterPlan> plans)
    {
        var uses = plans.Select(plan => new ParameterUse(plan)).ToArray();
        foreach (var pair in pairs)
        {
            if (Array.Find(uses, candidate => candidate.Fits(pair)) is { } use)
            {
                pair.Plan = use.Plan;
                use.Sent.Add(pair);
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
        if (parameter.In != pair.In || pair.Name is not { } name)
        {
            return false;
        }

        if (!plan.SpreadsProperties)
        {
            return name == parameter.Name;
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
