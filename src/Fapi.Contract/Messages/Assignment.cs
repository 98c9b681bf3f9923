using Fapi.Contract.Plans;

namespace Fapi.Contract.Messages;

// Gives each pair the documented parameter that it belongs to.
internal static class Assignment
{
    public static ParameterUse[] Run(List<WireParameter> pairs, ParameterPlan[] own, ParameterPlan[]? fields)
    {
        var uses = new ParameterUse[own.Length + (fields?.Length ?? 0)];
        for (var i = 0; i < uses.Length; i++)
        {
            uses[i] = new ParameterUse(i < own.Length ? own[i] : fields![i - own.Length]);
        }

        foreach (var pair in pairs)
        {
            foreach (var use in uses)
            {
                if (Fits(pair, use.Plan))
                {
                    pair.Plan = use.Plan;
                    use.Sent.Add(pair);
                    break;
                }
            }
        }

        return uses;
    }

    private static bool Fits(WireParameter pair, ParameterPlan candidate)
    {
        var parameter = candidate.Parameter;
        if (parameter.In != pair.In || pair.Name is not { } name)
        {
            return false;
        }

        if (!candidate.SpreadsProperties)
        {
            return name == parameter.Name;
        }

        pair.Property = candidate.Style == "deepObject" ? InBrackets(name, parameter.Name)
            : candidate.Shape.Properties!.ContainsKey(name) ? name
            : null;
        return pair.Property is not null;
    }

    private static string? InBrackets(string name, string parameter) =>
        name.StartsWith(parameter, StringComparison.Ordinal) && name[parameter.Length..] is ['[', _, .., ']']
            ? name[(parameter.Length + 1)..^1]
            : null;
}

// One name=value pair as sent. Plan is the documented parameter that it belongs to; Property is set when that parameter
// is an object spread over several pairs. Name and Value are null when they are not well-formed.
internal sealed record WireParameter(string In, string? Name, string RawValue, string? Value)
{
    public ParameterPlan? Plan { get; set; }

    public string? Property { get; set; }

    public override string ToString() => $"{In} {Excerpt.Shorten(Name ?? "?")}";
}

// A documented parameter that applies to the request, and the pairs that carry it, in the order of the wire.
internal sealed class ParameterUse(ParameterPlan plan)
{
    public ParameterPlan Plan => plan;

    public List<WireParameter> Sent { get; } = [];

    public bool IsSent => Sent.Count > 0;

    public string RawValue => Sent[0].RawValue;
}
