namespace Fapi.SpecCheck.Facts;

/// <summary>Facts of an operation as one flat list of values, under the same names for docs and spec.</summary>
internal static class FactTable
{
    private const string Comma = ", ";
    private const string Or = " or ";

    private static readonly string[] Aspects =
    [
        FactKey.Type, FactKey.Mandatory, FactKey.Minimum, FactKey.Maximum, FactKey.Default, FactKey.Enum,
        FactKey.Place, FactKey.Withdrawn,
    ];

    public static OrderedDictionary<FactKey, string> From(SourceFacts source)
    {
        var facts = new OrderedDictionary<FactKey, string>();
        Add(FactKey.Method, source.Method);
        Add(FactKey.Path, source.Path);
        Add(FactKey.Security, source.SecurityType ?? SecurityTypes.None);
        Add(FactKey.Weight, source.Weight?.ToString());
        Add(FactKey.Deprecated, source.IsDeprecated ? "yes" : null);
        Add(FactKey.Signed, !source.IsSchema ? null : source.IsSigned ? "yes" : "no");
        Add(FactKey.KeyHeader, !source.IsSchema ? null : source.HasKeyHeader ? "yes" : "no");
        Add(FactKey.Server, source.Hosts.Count > 0 ? string.Join(Comma, source.Hosts) : null);
        foreach (var one in source.Parameters)
        {
            Add(FactKey.Parameter(one.Name), "listed");
            Array.ForEach(Aspects, aspect => Add(FactKey.Parameter(one.Name, aspect), one[aspect]));
        }

        foreach (var field in source.ResponseFields.GroupBy(field => field.Name))
        {
            var types = string.Join(Or, field.Select(one => one.Text).Distinct().Order());
            Add(FactKey.Field(field.Key), "present");
            Add(FactKey.Field(field.Key, FactKey.Type), types);
            Add(FactKey.Field(field.Key, FactKey.Required), field.All(one => one.IsRequired) ? "yes" : null);
        }

        source.Codes.ToList().ForEach(code => Add(FactKey.Code(code), "named"));
        return facts;

        void Add(FactKey key, string? value)
        {
            if (value is not null)
            {
                facts[key] = value;
            }
        }
    }

    /// <summary>A parameter in few words: its type, whether it has to be sent, its bounds.</summary>
    public static string Describe(ParameterFact one) => string.Join(
        Comma, Aspects.Where(aspect => one[aspect] is not null).Select(aspect => Describe(aspect, one[aspect]!)));

    public static string Describe(string? aspect, string value) => aspect switch
    {
        FactKey.Minimum => $"≥ {value}",
        FactKey.Maximum => $"≤ {value}",
        FactKey.Default => $"= {value}",
        FactKey.Enum => $"{{ {value} }}",
        _ => value,
    };

    /// <summary>True for a fact that a lock keeps; that a thing is there goes without.</summary>
    public static bool IsLocked(FactKey fact) =>
        fact.Kind is not ("method" or "path")
        && (fact.Kind is not (FactKey.ParameterKind or FactKey.FieldKind) || fact.Aspect is not null);

    /// <summary>Facts from what a lock kept of them.</summary>
    public static SourceFacts Parse(IReadOnlyDictionary<string, string> locked)
    {
        var facts = locked.ToDictionary(one => FactKey.Parse(one.Key), one => one.Value);
        var weight = facts.GetValueOrDefault(FactKey.Weight);
        return new SourceFacts("")
        {
            SecurityType = facts.GetValueOrDefault(FactKey.Security),
            Weight = weight is null ? null : new WeightFact(weight, Numbers.Whole(weight)),
            IsDeprecated = facts.ContainsKey(FactKey.Deprecated),
            IsSigned = facts.GetValueOrDefault(FactKey.Signed) == "yes",
            HasKeyHeader = facts.GetValueOrDefault(FactKey.KeyHeader) == "yes",
            Hosts = facts.GetValueOrDefault(FactKey.Server)?.Split(Comma) ?? [],
            Parameters = [.. Names(FactKey.ParameterKind).Select(name => ParseParameter(name, facts))],
            ResponseFields = [.. Names(FactKey.FieldKind).SelectMany(name => ParseField(name, facts))],
            Codes = [.. Names(FactKey.CodeKind).Select(Numbers.Whole).OfType<int>()],
        };

        IEnumerable<string> Names(string kind) =>
            facts.Keys.Where(fact => fact.Kind == kind).Select(fact => fact.Name).OfType<string>().Distinct();
    }

    private static ParameterFact ParseParameter(string name, Dictionary<FactKey, string> facts)
    {
        string? Aspect(string aspect) => facts.GetValueOrDefault(FactKey.Parameter(name, aspect));
        return new ParameterFact(
            name,
            Aspect(FactKey.Type),
            Aspect(FactKey.Mandatory),
            null,
            Numbers.Parse(Aspect(FactKey.Minimum)),
            Numbers.Parse(Aspect(FactKey.Maximum)),
            Aspect(FactKey.Default),
            Aspect(FactKey.Enum)?.Split(Comma),
            Aspect(FactKey.Place),
            Aspect(FactKey.Withdrawn) is not null);
    }

    private static IEnumerable<FieldFact> ParseField(string name, Dictionary<FactKey, string> facts) =>
        from type in facts.GetValueOrDefault(FactKey.Field(name, FactKey.Type))?.Split(Or) ?? []
        let parts = type.TrimEnd(')').Split(" (")
        select new FieldFact(
            name, parts[0], parts.ElementAtOrDefault(1), facts.ContainsKey(FactKey.Field(name, FactKey.Required)));
}
