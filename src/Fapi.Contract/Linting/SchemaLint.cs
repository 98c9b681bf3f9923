using Fapi.Contract.Loading;
using Fapi.Contract.Schemas;

namespace Fapi.Contract.Linting;

/// <summary>Rules on schemas, and on the types that are made of them.</summary>
internal static class SchemaLint
{
    // Of these the generator makes types that only a serializer with reflection reads.
    private static readonly string[] Formats = [.. ParameterLint.Formats, "date-time", "guid", "uuid"];

    // Namespaces that apps use without a word, and assemblies that define their types.
    private static readonly string[] ImplicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly Type[] Known =
        [typeof(object), typeof(Uri), typeof(Enumerable), typeof(Stack<>), typeof(HttpClient)];

    // Types of what operations use are a matter of the contract; this finds those in the rest.
    public static IEnumerable<LintError> Type(LintedSpec spec) =>
        from schema in spec.Schemas
        let type = schema.Schema["type"]
        where type?.Text is { } text && !SchemaLoader.Types.ContainsKey(text)
        select new LintError(SchemaLoader.NoType(type));

    public static IEnumerable<LintError> Also(LintedSpec spec) =>
        from schema in spec.Schemas
        let also = schema.Schema[OpenApiValidator.AlsoKey]
        let type = schema.Schema["type"]?.Text
        where also is not null && (also.Text, type) is not (("item", "array") or ("text", "boolean"))
        select new LintError(
            also, $"'x-also: {also.Text}' stands on the type '{type}'; an array takes item, a boolean takes text.");

    public static IEnumerable<LintError> ExchangeCode(LintedSpec spec) =>
        from schema in spec.Schemas
        let mark = schema.Schema["x-exchange-code"]
        where mark is not null && !(mark.IsTrue && schema.Schema["type"]?.Text is "integer")
        select new LintError(
            mark, $"'x-exchange-code' of '{schema.Name}' is '{mark.Text}'; only true is allowed, on an integer.");

    public static IEnumerable<LintError> TypeNames(LintedSpec spec) =>
        from type in spec.Types
        where spec.Code.Types.Contains(type.TypeName) || IsOfNet(type.TypeName)
        select new LintError(
            type.Schema,
            $"Schema '{type.Name}' would be a C# type of that name, which this client or .NET has already. "
                + "Give it another name.");

    public static IEnumerable<LintError> FieldNames(LintedSpec spec) =>
        from type in spec.Types
        let taken = TakenByFields(type)
        from field in type.Schema.EntriesOf("properties")
        let reason = CSharpName.Take(CSharpName.Member(field.Name), taken)
        where reason is not null
        select new LintError(
            field.Value,
            $"Field '{field.Name}' of '{type.TypeName}' {reason}. "
                + "Leave it out of the spec; it can then be found in AdditionalProperties.");

    public static IEnumerable<LintError> FieldTypes(LintedSpec spec) =>
        from type in spec.Types
        from field in type.Schema.EntriesOf("properties")
        from fault in FieldFaults(field.Value)
        select new LintError(fault.At, $"Field '{field.Name}' of '{type.TypeName}' {fault.Message}");

    public static IEnumerable<LintError> EnumNames(LintedSpec spec) =>
        from type in spec.Types
        let taken = new HashSet<string>
        {
            type.TypeName, "Value", "Custom", "Read", "_isCustom", "Deconstruct", "PrintMembers",
        }
        let names = type.Schema.ItemsOf("x-enumNames").Select(name => name.Text).ToArray()
        from value in type.Schema.ItemsOf("enum").Select((node, index) => (Node: node, Index: index))
        let name = names.ElementAtOrDefault(value.Index) ?? value.Node.Text
        let reason = name is null ? null : CSharpName.Take(CSharpName.Member(name), taken)
        where reason is not null
        select new LintError(
            value.Node,
            $"Value '{value.Node.Text}' of '{type.TypeName}' {reason}. Give each value a name by x-enumNames.");

    private static bool IsOfNet(string type) =>
        ImplicitUsings.Any(space => Known.Any(known => known.Assembly.GetType($"{space}.{type}") is not null));

    private static HashSet<string> TakenByFields(LintedType type)
    {
        var hasCode = type.Schema.EntriesOf("properties").Any(field => field.Value["x-exchange-code"] is not null);
        return
        [
            "AdditionalProperties", "_additionalProperties", "_unknownFields", "_responseType", "_known", "Read",
            .. hasCode ? ["AlreadySet"] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<(SourceNode At, string Message)> FieldFaults(SourceNode schema)
    {
        if (SchemaCycles.Composers.Select(key => schema[key]).FirstOrDefault(choice => choice is not null) is { } parts)
        {
            yield return (parts, "is made of several schemas, which this client has no type for; describe one.");
        }

        if (schema["format"] is { } format && schema["type"]?.Text is "string" && Formats.Contains(format.Text))
        {
            yield return (format, $"is a string of the format {format.Text}, which this client keeps as it came; "
                + "leave the format out.");
        }

        if (schema["items"] is { } items)
        {
            if (items["nullable"]?.Text is "true" && items["type"]?.Text is not ("string" or "object" or "array"))
            {
                yield return (items, "has numbers that may be null, which this client has no type for.");
            }

            foreach (var fault in FieldFaults(items))
            {
                yield return fault;
            }
        }
    }
}
