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
        double number when double.IsNaN(number) || double.IsInfinity(number) =>
            throw Unsendable(
                name, $"is {number.ToString(CultureInfo.InvariantCulture)}; only finite numbers can be sent"),
        double number => WithoutExponent(number),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        null => throw Unsendable(name, "holds null among its values"),
        _ => throw Unsendable(name, $"is a {value.GetType().Name}, which cannot stand in a request"),
    };

    /// <summary>All digits that tell this number from its neighbours, and an exponent only where decimal cannot hold
    /// them.</summary>
    private static string WithoutExponent(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && (double)exact == number
            ? exact.ToString(CultureInfo.InvariantCulture)
            : text;
    }

    private static ArgumentException Unsendable(string name, string reason) =>
        new($"{name} {reason}. Nothing was sent.", name);
}
