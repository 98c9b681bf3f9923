using System.Reflection;
using Newtonsoft.Json;

namespace PublicApi.Tests;

/// <summary>The fields that a type of the SDK is read from, by their names on the wire.</summary>
internal static class ResponseFields
{
    internal static IEnumerable<string> Read(Type type)
    {
        var (inner, path) = Element(
            type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GetGenericArguments()[0]
                : type, "");
        return Fields(inner).Any() ? Below(inner, path, []) : [$"{path}{inner.Name}"];
    }

    private static IEnumerable<string> Below(Type type, string path, Type[] within)
    {
        foreach (var (property, field) in Fields(type))
        {
            var (inner, name) = Element(
                property.PropertyType, $"{path}{(path.Length > 0 ? "." : "")}{field.PropertyName}");
            var isOptional = field.Required is not (Required.Always or Required.DisallowNull or Required.AllowNull);
            yield return $"{name}: {inner.Name}{(isOptional ? ", optional" : "")}";
            foreach (var line in within.Contains(inner) ? [] : Below(inner, name, [.. within, type]))
            {
                yield return line;
            }
        }
    }

    private static (Type Type, string Path) Element(Type type, string path)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return (value, path);
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? Element(type.GetGenericArguments()[0], path + "[]")
            : (type, path);
    }

    private static IEnumerable<(PropertyInfo Property, JsonPropertyAttribute Field)> Fields(Type type) =>
        from property in type.GetProperties()
        let field = property.GetCustomAttribute<JsonPropertyAttribute>()
        where field is not null
        select (property, field);
}
