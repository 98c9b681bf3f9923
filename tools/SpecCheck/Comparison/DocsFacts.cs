using System.Globalization;
using Fapi.SpecCheck.Pages;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Comparison;

/// <summary>Facts of a page as one flat list of values, for comparing page with page.</summary>
internal static class DocsFacts
{
    public static OrderedDictionary<FactKey, string> Of(PageFacts page)
    {
        var facts = new OrderedDictionary<FactKey, string>();
        Add(facts, FactKey.Method, page.Method);
        Add(facts, FactKey.Path, page.Path);
        Add(facts, FactKey.Security, page.SecurityType ?? SecurityTypes.None);
        Add(facts, FactKey.Weight, page.Weight is { } weight ? WeightText(weight) : null);
        foreach (var parameter in page.Parameters)
            AddParameter(facts, parameter);
        foreach (var group in page.ResponseFields.GroupBy(field => field.Name))
        {
            var types = string.Join(" or ", group.Select(field => field.Type).Distinct().Order());
            Add(facts, FactKey.Field(group.Key), "present");
            Add(facts, FactKey.Field(group.Key, FactKey.Type), types);
        }

        foreach (var code in page.Codes)
            Add(facts, FactKey.Code(code), "named");
        return facts;
    }

    /// <summary>One number, or the numbers of a weight that depends on something; the same in each language.</summary>
    public static string WeightText(WeightFact weight) =>
        weight.Value?.ToString(CultureInfo.InvariantCulture) ?? $"varies ({string.Join(", ", Numbers.In(weight.Text))})";

    private static void AddParameter(OrderedDictionary<FactKey, string> facts, ParameterFact parameter)
    {
        Add(facts, FactKey.Parameter(parameter.Name), "listed");
        void Aspect(string aspect, string? value) => Add(facts, FactKey.Parameter(parameter.Name, aspect), value);
        Aspect(FactKey.Type, parameter.Type is { } type ? DocsType.Normal(type) : null);
        Aspect(FactKey.Mandatory, parameter.Mandatory?.ToUpperInvariant());
        Aspect(FactKey.Minimum, Numbers.Text(parameter.Minimum));
        Aspect(FactKey.Maximum, Numbers.Text(parameter.Maximum));
        Aspect(FactKey.Default, parameter.Default);
        Aspect(FactKey.Enum, parameter.Enum is { } values ? string.Join(", ", values.Order(StringComparer.Ordinal)) : null);
    }

    private static void Add(OrderedDictionary<FactKey, string> facts, FactKey key, string? value)
    {
        if (value is not null)
            facts[key] = value;
    }
}
