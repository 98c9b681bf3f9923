using Fapi.Contract.Loading;

namespace Fapi.Contract.Linting;

/// <summary>Rules on operations: their names, their extensions, their bodies and their responses.</summary>
internal static class OperationLint
{
    private const string SecurityTypes = "NONE, MARKET_DATA, USER_STREAM, USER_DATA or TRADE";
    private const string Repeat = "x-repeat-harmless";

    // The generator makes up an id where there is none. That none occurs twice is a matter of the contract.
    public static IEnumerable<LintError> Ids(LintedSpec spec) =>
        from operation in spec.Operations
        where operation.Id.Length == 0
        select new LintError(
            operation.Place,
            $"Path '{operation.Path}' has no operationId for {operation.Method}; it names the method.");

    public static IEnumerable<LintError> Names(LintedSpec spec)
    {
        var taken = new HashSet<string> { "FapiOperations", "MinimumRecvWindow", "MaximumRecvWindow" };
        return
            from operation in spec.Operations
            where operation.Id.Length > 0
            let name = CSharpName.Operation(operation.Id)
            let reason = CSharpName.Take(name, taken) ?? CSharpName.Take(name + "WithResponse", taken)
                ?? (spec.Code.Methods.Contains(name + "Async")
                ? $"would be the method {name}Async, which the client has already"
                : null)
            where reason is not null
            select operation.Error(null, $"{reason}. Change its operationId.");
    }

    public static IEnumerable<LintError> NeededNames(LintedSpec spec)
    {
        var operations = spec.Operations.Select(operation => CSharpName.Operation(operation.Id));
        var names = operations.Concat(spec.Root.ItemsOf("x-error-codes").Select(CSharpName.Code));
        return spec.Code.Needs.Except(names).Select(name => new LintError(
            spec.Root["paths"]!,
            $"It lacks the operation or code that is {name} in C#, and the client itself uses it."));
    }

    public static IEnumerable<LintError> SecurityType(LintedSpec spec) =>
        from operation in spec.Operations
        let type = operation.Node["x-security-type"]
        where type?.Text is not ("NONE" or "MARKET_DATA" or "USER_STREAM" or "USER_DATA" or "TRADE")
        select operation.Error(type, type is null
            ? $"has no x-security-type: {SecurityTypes}."
            : $"has x-security-type {type.Text}; it is {SecurityTypes}.");

    public static IEnumerable<LintError> Weight(LintedSpec spec) =>
        from operation in spec.Operations
        let weight = operation.Node["x-weight"]
        where weight is not { IsWhole: true, Number: >= 0 }
        select operation.Error(weight, weight is null
            ? "has no x-weight, the request weight of a call: a whole number."
            : $"has x-weight {weight.Text}; it is a whole number, 0 or more.");

    public static IEnumerable<LintError> RepeatHarmless(LintedSpec spec) =>
        from operation in spec.Operations
        where operation.Node[Repeat]?.Text is not ("true" or "false")
        select operation.Error(operation.Node[Repeat], $"has no {Repeat}: true or false.");

    // Forms have become parameters by now.
    public static IEnumerable<LintError> Body(LintedSpec spec) =>
        from operation in spec.Operations
        let body = operation.Node["requestBody"]
        where body is not null
        select operation.Error(
            body,
            "has a body that is no form of fields (application/x-www-form-urlencoded); this client sends no other.");

    public static IEnumerable<LintError> FormOfGet(LintedSpec spec) =>
        from operation in spec.Operations
        where operation is { HasForm: true, Method: "GET" }
        select operation.Error(null, "is a GET and has a body; put its parameters into the query.");

    // What is signed is the query followed by the form, and each attempt appends to the end of it.
    public static IEnumerable<LintError> OutsideOfForm(LintedSpec spec) =>
        from operation in spec.Operations
        where operation.HasForm
        from parameter in operation.Nodes
        let name = parameter["name"]?.Text
        where parameter["x-form"] is null
            && (name is "recvWindow" || spec.Settings.ExcludedParameters.Contains(name ?? ""))
        select operation.Error(
            parameter,
            $"has a form, and '{name}' outside of it; "
                + "put it into the form, as each attempt appends it to what is signed.");

    public static IEnumerable<LintError> Responses(LintedSpec spec) =>
        spec.Operations.Select(operation => Response(operation, spec.Settings)).OfType<LintError>();

    public static IEnumerable<LintError> ResponseExample(LintedSpec spec) =>
        from operation in spec.Operations
        from response in operation.Node.EntriesOf("responses")
        where response.Name.StartsWith('2')
        from media in response.Value.EntriesOf("content")
        where media.Name.Contains("json", StringComparison.Ordinal)
            && ParameterLoader.Example(media.Value, media.Value["schema"]) is null
        select operation.Error(
            media.Value,
            "has no example of its response, which the sandbox answers with; give one here or in the schema.");

    private static LintError? Response(LintedOperation operation, GeneratorSettings settings)
    {
        if (!operation.Node.EntriesOf("responses").Any())
        {
            return operation.Error(null, "has no responses.");
        }

        var content = operation.Success?.EntriesOf("content").ToArray() ?? [];
        var json = content.FirstOrDefault(entry => entry.Name.Contains("json", StringComparison.Ordinal)).Value;
        if (json is null && content is [var other, ..])
        {
            var kind = other.Value["schema"]?["format"]?.Text is "binary" ? "a file" : other.Name;
            return operation.Error(other.Value, $"responds with {kind}; this client reads JSON only.");
        }

        var schema = json?["schema"];
        if ((schema?["oneOf"] ?? schema?["anyOf"]) is { } choice)
        {
            return operation.Error(
                choice,
                "responds with one of several schemas, which C# has no type for; describe the one that its parameters "
                    + "lead to. Where an array may come as one item without it, say x-also: item on the array.");
        }

        var type = schema?["items"] ?? schema;
        return type is { IsComponent: true, Key: { } name } && settings.ExcludedTypes.Contains(name)
            ? new LintError(type, $"Schema '{name}' is left out by nswag.json, so no operation can respond with it.")
            : null;
    }
}
