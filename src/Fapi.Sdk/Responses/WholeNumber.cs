using Newtonsoft.Json;

namespace Fapi.Sdk.Responses;

/// <summary>Reads whole numbers however they are written: <c>20</c>, <c>20.0</c>, <c>2e1</c>, <c>"20"</c>.</summary>
internal static class WholeNumber
{
    /// <exception cref="JsonSerializationException">The value is no whole number.</exception>
    internal static int ReadInt32(JsonReader reader) =>
        ReadInt64(reader) is >= int.MinValue and <= int.MaxValue and var number
        ? (int)number
        : throw WrongKind.Of(reader, "a whole number that fits");

    internal static long ReadInt64(JsonReader reader) =>
        TryParse(reader.Value, out var number) ? number : throw WrongKind.Of(reader, "a whole number that fits");

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
}
