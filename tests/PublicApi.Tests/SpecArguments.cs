using System.Collections;
using System.Reflection;
using System.Text.Json;
using Fapi.Contract;
using Fapi.Sdk;

namespace PublicApi.Tests;

/// <summary>Arguments for the methods of the SDK, made from the spec: of any operation, of any type.</summary>
internal static class SpecArguments
{
    private static readonly Dictionary<string, PropertyInfo> Facts = typeof(FapiOperations).GetProperties()
        .ToDictionary(property => ((FapiOperation)property.GetValue(null)!).Id);

    /// <summary>What the SDK knows of an operation; its name is that of the method.</summary>
    internal static PropertyInfo FactOf(ContractOperation operation) => Facts[operation.Id];

    /// <summary>The operation that a method calls.</summary>
    internal static ContractOperation OperationOf(MethodInfo method, ContractDocument spec) => spec.Operations
        .Where(operation => method.Name.StartsWith(FactOf(operation).Name, StringComparison.Ordinal))
        .MaxBy(operation => FactOf(operation).Name.Length)!;

    /// <summary>The example of the spec, or else a value that it allows.</summary>
    internal static JsonElement Example(ContractParameter parameter) =>
        parameter.Example ?? parameter.Default
            ?? (parameter.Enum.Count > 0 ? parameter.Enum[0] : Element(parameter.Type switch
            {
                "boolean" => true,
                "string" => new string('A', parameter.MinLength ?? 1),
                _ => parameter.Minimum ?? parameter.Maximum ?? 1,
            }));

    internal static JsonElement Element(object value) => JsonSerializer.SerializeToElement(value);

    /// <summary>The arguments of a call: those given, by their names on the wire, and nothing for the others.</summary>
    internal static object?[] For(MethodInfo method, IReadOnlyDictionary<string, JsonElement> arguments) =>
        [.. method.GetParameters().Select(parameter => Value(parameter, arguments))];

    // The generator turns what C# cannot have in a name into something else.
    internal static bool IsSame(ParameterInfo parameter, string name) =>
        Letters(parameter.Name!).Equals(Letters(name), StringComparison.OrdinalIgnoreCase);

    private static object? Value(ParameterInfo parameter, IReadOnlyDictionary<string, JsonElement> arguments)
    {
        var (type, argument) = (parameter.ParameterType, arguments.FirstOrDefault(one => IsSame(parameter, one.Key)));
        return argument.Key is not null ? Value(type, argument.Value)
            : type == typeof(CancellationToken) ? CancellationToken.None : null;
    }

    private static object Value(Type type, JsonElement json)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type))
        {
            return List(type.GetGenericArguments()[0], json);
        }

        var text = json.ToString();
        return type.IsEnum ? Enum.ToObject(type, json.GetInt64())
            : type.IsAssignableTo(typeof(IConvertible)) ? Convert.ChangeType(text, type, CultureInfo.InvariantCulture)
            : Known(type).First(value => value.ToString() == text);
    }

    private static Array List(Type item, JsonElement json)
    {
        JsonElement[] items = json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [json];
        var list = Array.CreateInstance(item, items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            list.SetValue(Value(item, items[i]), i);
        }

        return list;
    }

    /// <summary>The values of an enumeration that the spec knows.</summary>
    private static IEnumerable<object> Known(Type type) =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Static)
        where property.PropertyType == type
        select property.GetValue(null);

    private static string Letters(string name) => new([.. name.Where(char.IsLetterOrDigit)]);
}
