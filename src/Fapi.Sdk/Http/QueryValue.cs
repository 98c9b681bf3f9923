using System.Globalization;

namespace Fapi.Sdk.Http;

/// <summary>How a value stands in a path or a query.</summary>
internal static class QueryValue
{
    internal static string Format(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        IOpenEnum named => named.Value ?? throw new ArgumentException($"{value.GetType().Name} has no value; use one of its members. Nothing was sent."),
        Enum number => number.ToString("D"),
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot stand in a query. Nothing was sent."),
    };
}
