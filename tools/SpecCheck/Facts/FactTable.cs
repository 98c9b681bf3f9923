namespace Fapi.SpecCheck.Facts;

/// <summary>Facts of an operation as one flat list of values, under the same names for docs and spec.</summary>
internal static class FactTable
{
    private const string Comma = ", ";
    private const string Or = " or ";

    public static OrderedDictionary<FactKey, string> From(SourceFacts source)
    {
        var facts = new OrderedDictionary<FactKey, string>();
        Add(facts, FactKey.Method, source.Method);
        Add(facts, FactKey.Path, source.Path);
        Add(facts, FactKey.Security, source.SecurityType ?? SecurityTypes.None);
        Add(facts, FactKey.Weight, source.Weight is { } weight ? WeightText(weight) : null);
        Add(facts, FactKey.Deprecated, source.IsDeprecated ? "yes" : null);
        if (source.IsSchema)
        {
            Add(facts, FactKey.Signed, source.IsSigned ? "yes" : "no");
            Add(facts, FactKey.KeyHeader, source.HasKeyHeader ? "yes" : "no");
        }

        Add(facts, FactKey.Server, source.Hosts.Count > 0 ? string.Join(Comma, source.Hosts) : null);
        foreach (var one in source.Parameters)
        {
            Add(facts, FactKey.Parameter(one.Name), "listed");
            Add(facts, FactKey.Parameter(one.Name, FactKey.Type), one.Type is { } type ? DocsType.Normal(type) : null);
            Add(facts, FactKey.Parameter(one.Name, FactKey.Mandatory), one.Mandatory?.ToUpperInvariant());
            AddValues(facts, one.Name, one.Minimum, one.Maximum, one.Default, one.Enum?.Order(StringComparer.Ordinal));
            Add(facts, FactKey.Parameter(one.Name, FactKey.Place), one.Place);
            Add(facts, FactKey.Parameter(one.Name, FactKey.DeprecatedKind), one.IsDeprecated ? "yes" : null);
        }

        foreach (var field in source.ResponseFields.GroupBy(field => field.Name))
        {
            var types = string.Join(Or, field.Select(one => FactText.Type(one.Type, one.Format)).Distinct().Order());
            Add(facts, FactKey.Field(field.Key), "present");
            Add(facts, FactKey.Field(field.Key, FactKey.Type), types);
            Add(facts, FactKey.Field(field.Key, FactKey.Required), field.All(one => one.IsRequired) ? "yes" : null);
        }

        foreach (var code in source.Codes)
        {
            Add(facts, FactKey.Code(code), "named");
        }

        return facts;
    }

    public static OrderedDictionary<FactKey, string> From(SpecOperation operation)
    {
        var facts = new OrderedDictionary<FactKey, string>();
        Add(facts, FactKey.Method, operation.Method);
        Add(facts, FactKey.Path, operation.Path);
        Add(facts, FactKey.Security, operation.SecurityType);
        Add(facts, FactKey.Weight, operation.Weight);
        foreach (var one in operation.Parameters)
        {
            Add(facts, FactKey.Parameter(one.Name), "listed");
            Add(facts, FactKey.Parameter(one.Name, FactKey.Type), FactText.Type(one));
            Add(facts, FactKey.Parameter(one.Name, FactKey.Mandatory), FactText.Required(one));
            AddValues(facts, one.Name, one.Minimum, one.Maximum, one.Default, one.Enum.Count > 0 ? one.Enum : null);
        }

        foreach (var field in operation.Fields)
        {
            facts[FactKey.Field(field.Name)] = "present";
            facts[FactKey.Field(field.Name, FactKey.Type)] = field.Text;
        }

        return facts;
    }

    /// <summary>
    /// True for a fact that a lock keeps: what the entry itself names, and that a thing is there, goes without.
    /// </summary>
    public static bool IsLocked(FactKey fact) =>
        fact.Kind is not ("method" or "path")
        && (fact.Kind is not (FactKey.ParameterKind or FactKey.FieldKind) || fact.Aspect is not null);

    /// <summary>Facts from what a lock kept of them.</summary>
    public static SourceFacts Parse(IReadOnlyDictionary<string, string> locked)
    {
        var facts = locked.ToDictionary(one => FactKey.Parse(one.Key), one => one.Value);
        var weight = facts.GetValueOrDefault(FactKey.Weight);
        return new SourceFacts
        {
            Source = "",
            SecurityType = facts.GetValueOrDefault(FactKey.Security),
            Weight = weight is null ? null : new WeightFact(weight, Whole(weight)),
            IsDeprecated = facts.ContainsKey(FactKey.Deprecated),
            IsSigned = facts.GetValueOrDefault(FactKey.Signed) == "yes",
            HasKeyHeader = facts.GetValueOrDefault(FactKey.KeyHeader) == "yes",
            Hosts = facts.GetValueOrDefault(FactKey.Server)?.Split(Comma) ?? [],
            Parameters = [.. Names(facts, FactKey.ParameterKind).Select(name => ParseParameter(name, facts))],
            ResponseFields = [.. Names(facts, FactKey.FieldKind).SelectMany(name => ParseField(name, facts))],
            Codes = [.. Names(facts, FactKey.CodeKind).Select(Whole).OfType<int>()],
        };
    }

    /// <summary>One number, or the numbers of a weight that depends on something; the same in each language.</summary>
    public static string WeightText(WeightFact weight) =>
        weight.Value?.ToString(CultureInfo.InvariantCulture)
        ?? $"varies ({string.Join(Comma, Numbers.In(weight.Text))})";

    private static IEnumerable<string> Names(Dictionary<FactKey, string> facts, string kind) =>
        facts.Keys.Where(fact => fact.Kind == kind).Select(fact => fact.Name).OfType<string>().Distinct();

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
            Aspect(FactKey.DeprecatedKind) is not null);
    }

    private static IEnumerable<ResponseFieldFact> ParseField(string name, Dictionary<FactKey, string> facts) =>
        from type in facts.GetValueOrDefault(FactKey.Field(name, FactKey.Type))?.Split(Or) ?? []
        let parts = type.TrimEnd(')').Split(" (")
        select new ResponseFieldFact(
            name, parts[0], parts.ElementAtOrDefault(1), facts.ContainsKey(FactKey.Field(name, FactKey.Required)));

    private static int? Whole(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static void AddValues(
        OrderedDictionary<FactKey, string> facts,
        string name,
        decimal? minimum,
        decimal? maximum,
        string? standard,
        IEnumerable<string>? values)
    {
        Add(facts, FactKey.Parameter(name, FactKey.Minimum), Numbers.Text(minimum));
        Add(facts, FactKey.Parameter(name, FactKey.Maximum), Numbers.Text(maximum));
        Add(facts, FactKey.Parameter(name, FactKey.Default), standard);
        Add(facts, FactKey.Parameter(name, FactKey.Enum), values is null ? null : string.Join(Comma, values));
    }

    private static void Add(OrderedDictionary<FactKey, string> facts, FactKey key, string? value)
    {
        if (value is not null)
        {
            facts[key] = value;
        }
    }
}
