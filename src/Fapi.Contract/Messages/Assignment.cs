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
