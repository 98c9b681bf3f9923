using Fapi.Contract.Plans;

namespace Fapi.Contract.Messages;

// Gives each pair the documented parameter that it belongs to.
internal static class Assignment
{
    public static void Run(IEnumerable<WireParameter> pairs, ParameterPlan[] documented, Dictionary<ParameterPlan, List<WireParameter>> sent)
    {
        foreach (var pair in pairs)
        {
            if (pair.Name is not { } name || Array.Find(documented, d => Fits(pair, name, d)) is not { } plan)
            {
                continue;
            }

            pair.Plan = plan;
            if (!sent.TryGetValue(plan, out var known))
            {
                sent[plan] = known = [];
            }

            known.Add(pair);
        }
    }

    private static bool Fits(WireParameter pair, string name, ParameterPlan candidate)
    {
        var parameter = candidate.Parameter;
        if (parameter.In != pair.In)
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
        name.Length > parameter.Length + 2 && name.StartsWith(parameter, StringComparison.Ordinal) && name[parameter.Length] == '[' && name[^1] == ']'
            ? name[(parameter.Length + 1)..^1]
            : null;
}
