using Fapi.SpecCheck.Rules;
using Fapi.SpecCheck.Spec;

namespace Fapi.SpecCheck.Comparison;

/// <summary>Facts of an operation under the names that those of a page have, for showing both side by side.</summary>
internal static class SpecFacts
{
    public static OrderedDictionary<FactKey, string> Of(SpecOperation operation)
    {
        var facts = new OrderedDictionary<FactKey, string>
        {
            [FactKey.Method] = operation.Method,
            [FactKey.Path] = operation.Path,
        };
        Add(facts, FactKey.Security, operation.SecurityType);
        Add(facts, FactKey.Weight, operation.Weight);
        foreach (var parameter in operation.Parameters)
            AddParameter(facts, parameter);
        foreach (var field in operation.Fields)
        {
            facts[FactKey.Field(field.Name)] = "present";
            facts[FactKey.Field(field.Name, FactKey.Type)] = FactText.Type(string.Join(" or ", field.Types), field.Format);
        }

        return facts;
    }

    private static void AddParameter(OrderedDictionary<FactKey, string> facts, SpecParameter parameter)
    {
        void Aspect(string? aspect, string? value) => Add(facts, FactKey.Parameter(parameter.Name, aspect), value);
        Aspect(null, "listed");
        Aspect(FactKey.Type, FactText.Type(parameter));
        Aspect(FactKey.Mandatory, FactText.Required(parameter));
        Aspect(FactKey.Minimum, Numbers.Text(parameter.Minimum));
        Aspect(FactKey.Maximum, Numbers.Text(parameter.Maximum));
        Aspect(FactKey.Default, parameter.Default);
        Aspect(FactKey.Enum, parameter.Enum.Count > 0 ? string.Join(", ", parameter.Enum) : null);
    }

    private static void Add(OrderedDictionary<FactKey, string> facts, FactKey key, string? value)
    {
        if (value is not null)
            facts[key] = value;
    }
}
