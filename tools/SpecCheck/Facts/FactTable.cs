using System.Globalization;

namespace Fapi.SpecCheck.Facts;

/// <summary>Facts of an operation as one flat list of values, under the same names for docs and spec.</summary>
internal static class FactTable
{
    public static OrderedDictionary<FactKey, string> From(SourceFacts source)
    {
        var facts = new OrderedDictionary<FactKey, string>();
        Add(facts, FactKey.Method, source.Method);
        Add(facts, FactKey.Path, source.Path);
        Add(facts, FactKey.Security, source.SecurityType ?? SecurityTypes.None);
        Add(facts, FactKey.Weight, source.Weight is { } weight ? WeightText(weight) : null);
        foreach (var one in source.Parameters)
        {
            Add(facts, FactKey.Parameter(one.Name), "listed");
            Add(facts, FactKey.Parameter(one.Name, FactKey.Type), one.Type is { } type ? DocsType.Normal(type) : null);
            Add(facts, FactKey.Parameter(one.Name, FactKey.Mandatory), one.Mandatory?.ToUpperInvariant());
            AddValues(facts, one.Name, one.Minimum, one.Maximum, one.Default, one.Enum?.Order(StringComparer.Ordinal));
        }

        foreach (var field in source.ResponseFields.GroupBy(field => field.Name))
        {
            var types = string.Join(" or ", field.Select(one => one.Type).Distinct().Order());
            Add(facts, FactKey.Field(field.Key), "present");
            Add(facts, FactKey.Field(field.Key, FactKey.Type), types);
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

    /// <summary>One number, or the numbers of a weight that depends on something; the same in each language.</summary>
    public static string WeightText(WeightFact weight) =>
        weight.Value?.ToString(CultureInfo.InvariantCulture)
        ?? $"varies ({string.Join(", ", Numbers.In(weight.Text))})";

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
        Add(facts, FactKey.Parameter(name, FactKey.Enum), values is null ? null : string.Join(", ", values));
    }

    private static void Add(OrderedDictionary<FactKey, string> facts, FactKey key, string? value)
    {
        if (value is not null)
        {
            facts[key] = value;
        }
    }
}
