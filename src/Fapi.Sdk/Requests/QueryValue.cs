namespace Fapi.Sdk.Requests;

/// <summary>Formats values for a path, a query, a form or a header.</summary>
internal static class QueryValue
{
    internal static string Format(string name, object? value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        IOpenEnum { MayBeSent: true, Value: { } text } => text,
        IOpenEnum { Value: null } =>
            throw Unsendable(name, $"is a {value.GetType().Name} without a value; use one of its members"),
        IOpenEnum named => throw Unsendable(
            name,
            $"is '{named.Value}'; the spec allows {named.Known}. {value.GetType().Name}.Custom(\"{named.Value}\") is "
                + "sent all the same"),
        Enum number when Enum.IsDefined(number.GetType(), number) => number.ToString("D"),
        Enum number => throw Unsendable(name, $"is {number:D}; the spec allows {Known(number.GetType())}"),
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        null => throw Unsendable(name, "holds null among its values"),
        _ => throw Unsendable(name, $"is a {value.GetType().Name}, which cannot stand in a request"),
    };

    internal static string FormatHeader(string name, object? value) => Format(name, value) is var text
        && text.All(c => c is >= ' ' and <= '~') ? text
        : throw Unsendable(
            name, "holds a line break or another character that a header cannot carry; printable ASCII is allowed");

    private static string Known(Type type) => string.Join(
        ", ", Enum.GetNames(type).Select(name => ((Enum)Enum.Parse(type, name)).ToString("D")));

    private static ArgumentException Unsendable(string name, string reason) =>
        new($"{name} {reason}. Nothing was sent.", name);
}
