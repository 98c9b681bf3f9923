using Newtonsoft.Json;

namespace Fapi.Sdk.Responses;

/// <summary>Builds the error for a value that is of another kind than the spec says.</summary>
internal static class WrongKind
{
    private const int MaxShown = 40;

    /// <param name="reader">Stands at the value.</param>
    /// <param name="expected">Kind of the spec, such as "an array".</param>
    internal static JsonSerializationException Of(JsonReader reader, string expected)
    {
        var place = reader.Path.Length == 0 ? "The response" : $"Field '{reader.Path}'";
        return new(reader.TokenType is JsonToken.Null
            ? $"{place} is null."
            : $"{place} is {Found(reader)}, where the spec has {expected}.");
    }

    private static string Found(JsonReader reader)
    {
        var value = Convert.ToString(reader.Value, CultureInfo.InvariantCulture);
        var shown = value?.Length > MaxShown ? value.Remove(MaxShown) + "…" : value;
        return reader.TokenType switch
        {
            JsonToken.StartObject => "an object",
            JsonToken.StartArray => "an array",
            JsonToken.String => $"the text '{shown}'",
            _ => shown ?? "nothing",
        };
    }
}
