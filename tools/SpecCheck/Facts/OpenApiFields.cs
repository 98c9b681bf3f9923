using System.Collections.Immutable;
using Fapi.Contract.Schemas;
using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Facts;

/// <summary>Lists the fields of a response schema the way a documentation page lists those of its example.</summary>
internal static class OpenApiFields
{
    private const string Untyped = "";

    /// <returns>The fields, one entry for each type, and the names of those that the schema gives none.</returns>
    public static (IReadOnlyList<FieldFact> Fields, IReadOnlyList<string> Untyped) Read(SourceNode? schema)
    {
        var found = (schema is null ? [] : Read(schema, new FieldFact("", Untyped) { Line = schema.Line }, []))
            .ToLookup(one => one.Type == Untyped);
        return ([.. found[false]], [.. found[true].Select(one => one.Name.Length == 0 ? "as a whole" : one.Name)]);
    }

    /// <param name="at">The field that the schema describes; no name for the response itself.</param>
    /// <param name="above">The schemas that lead here.</param>
    private static IEnumerable<FieldFact> Read(SourceNode schema, FieldFact at, ImmutableHashSet<object> above)
    {
        // A schema may contain itself; what stands below is left to the check of the whole example.
        if (above.Contains(schema.Identity))
        {
            return Typed(schema, at with { IsRequired = false, IsOpen = true });
        }

        var within = above.Add(schema.Identity);
        var part = at with { IsRequired = false };
        var choices = Items("oneOf").Concat(Items("anyOf")).ToList();
        var isTyped = Types(schema).Count > 0;
        var hasOwn = isTyped ? at.Name.Length > 0 : choices.Count == 0 && !Items("allOf").Any();
        var isOpen = schema["additionalProperties"]?.Entries.Any() is true;
        var required = Items("required").Select(item => item.Text).ToHashSet();
        // The schema of the exchange writes the same as oneOf: the array, the item.
        var mayComeBare = schema[OpenApiValidator.AlsoKey]?.Text == "item";
        return
        [
            .. Items("allOf").SelectMany(one => Read(one, part, within)),
            .. choices.SelectMany((one, index) => Read(one, Way(index), within)),
            .. !hasOwn ? [] : isTyped ? Typed(schema, at with { IsOpen = isOpen }) : [at],
            .. (schema["properties"]?.Entries ?? []).SelectMany(one => Read(one.Value, at with
            {
                Name = at.Name.Length == 0 ? one.Name : $"{at.Name}.{one.Name}",
                IsRequired = required.Contains(one.Name),
                Line = one.Value.Line,
            }, within)),
            .. schema["items"] is not { } items ? [] : Read(items, (mayComeBare ? Way(0) : part) with
            {
                Name = $"{at.Name}[]",
                Line = items.Line,
            }, within).Concat(mayComeBare ? Read(items, Way(1) with { Line = items.Line }, within) : []),
        ];

        IEnumerable<SourceNode> Items(string key) => schema[key]?.Items ?? [];

        FieldFact Way(int index) => part with { Alternative = $"{at.Alternative}/{index}" };
    }

    private static IEnumerable<FieldFact> Typed(SourceNode schema, FieldFact field) =>
        Types(schema).Select(type => field with
        {
            Type = type,
            Format = type == "integer" ? schema["format"]?.Text : null,
            Example = schema["example"]?.Text,
        });

    private static List<string> Types(SourceNode schema)
    {
        List<string> types = schema["type"]?.Text is { } type ? [type] : schema["properties"] is null ? [] : ["object"];
        types.AddRange(schema[OpenApiValidator.AlsoKey]?.Text == "text" ? ["string"] : []);
        types.AddRange(types.Count > 0 && schema["nullable"]?.IsTrue is true ? ["null"] : []);
        return types;
    }
}
