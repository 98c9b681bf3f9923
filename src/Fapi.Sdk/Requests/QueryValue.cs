namespace Fapi.Sdk.Requests;

/// <summary>Formats values for a path or a query.</summary>
internal static class QueryValue
{
    internal static string Format(string name, object? value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        IOpenEnum named => named.Value
            ?? throw Unsendable(name, $"is a {value.GetType().Name} without a value; use one of its members"),
        Enum number => number.ToString("D"),
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        null => throw Unsendable(name, "holds null among its values"),
        _ => throw Unsendable(name, $"is a {value.GetType().Name}, which cannot stand in a request"),
    };

    private static ArgumentException Unsendable(string name, string reason) =>
        new($"{name} {reason}. Nothing was sent.", name);
}
