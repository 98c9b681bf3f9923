// Writes C# that calls each operation of the SDK once, with the arguments and the response that the spec gives as
// examples: an app that is compiled ahead of time cannot find them by itself.
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Fapi.Contract;
using Fapi.Sdk;

Console.WriteLine("internal static class Calls");
Console.WriteLine("{");
Console.WriteLine("    internal static readonly Call[] All =");
Console.WriteLine("    [");
foreach (var fact in typeof(FapiOperations).GetProperties(BindingFlags.Public | BindingFlags.Static))
{
    var id = ((FapiOperation)fact.GetValue(null)!).Id;
    var operation = ContractVerifier.Embedded().Document.Operations.Single(one => one.Id == id);
    var method = typeof(IFapiClient).GetMethod(fact.Name + "Async")!;
    var arguments =
        from parameter in operation.Parameters
        from argument in method.GetParameters()
        where argument.Name!.TrimEnd('_') == parameter.Name && parameter.Required
        select $"{argument.Name}: {Literal(parameter.Example!.Value, argument.ParameterType)}";
    var call = $"client.{method.Name}({string.Join(", ", arguments)})";
    var body = method.ReturnType.IsGenericType ? $"await {call}" : $"{{ await {call}; return null; }}";
    var response = JsonSerializer.Serialize(operation.SuccessExample?.GetRawText() ?? "");
    Console.WriteLine($"        new({JsonSerializer.Serialize(id)}, async client => {body}, {response}),");
}

Console.WriteLine("    ];");
Console.WriteLine("}");

static string Literal(JsonElement value, Type type)
{
    type = Nullable.GetUnderlyingType(type) ?? type;
    if (type.IsGenericType)
    {
        return $"[{Literal(value, type.GetGenericArguments()[0])}]";
    }

    var text = value.GetRawText();
    return type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(long) ? text
        : type == typeof(decimal) ? text + "m"
        : type.IsEnum ? $"({type.FullName}){text}"
        : string.Create(CultureInfo.InvariantCulture, $"new {type.FullName}({text})");
}
