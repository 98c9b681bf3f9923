using Newtonsoft.Json;

namespace Fapi.Sdk.Responses;

/// <summary>Reads whole numbers however they are written: <c>20</c>, <c>20.0</c>, <c>2e1</c>, <c>"20"</c>.</summary>
internal sealed class WholeNumber : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) =>
        (Nullable.GetUnderlyingType(objectType) ?? objectType) is { } type
        && (type == typeof(int) || type == typeof(long));

    public override object? ReadJson(
        JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        var type = Nullable.GetUnderlyingType(objectType);
        return reader.TokenType == JsonToken.Null && type is not null ? null
            : (type ?? objectType) == typeof(int) ? ReadInt32(reader)
            : (object)ReadInt64(reader);
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        throw new NotSupportedException();

    /// <exception cref="JsonSerializationException">The value is no whole number.</exception>
    internal static int ReadInt32(JsonReader reader) =>
        ReadInt64(reader) is >= int.MinValue and <= int.MaxValue and var number
        ? (int)number
        : throw NotOne(reader);

    internal static long ReadInt64(JsonReader reader) =>
        TryParse(reader.Value, out var number) ? number : throw NotOne(reader);

    internal static bool TryParse(object? value, out long number)
    {
        if (value is long whole)
        {
            number = whole;
            return true;
        }

        var given = value as decimal?
            ?? (decimal.TryParse(value as string, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)
                ? parsed : null);
        var fits = given is >= long.MinValue and <= long.MaxValue && decimal.Truncate(given.Value) == given;
        number = fits ? (long)given!.Value : 0;
        return fits;
    }

    private static JsonSerializationException NotOne(JsonReader reader) => new(reader.TokenType == JsonToken.Null
        ? $"Field '{reader.Path}' is null."
        : FormattableString.Invariant(
            $"Field '{reader.Path}' is {reader.Value ?? reader.TokenType}, which is no whole number that fits."));
}
