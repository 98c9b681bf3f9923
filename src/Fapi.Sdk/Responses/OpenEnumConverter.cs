using Fapi.Sdk.Requests;
using Newtonsoft.Json;

namespace Fapi.Sdk.Responses;

/// <summary>Reads and writes an <see cref="IOpenEnum"/> as its string, where an app serializes it.</summary>
internal sealed class OpenEnumConverter<T> : JsonConverter<T?>
    where T : struct, IOpenEnum
{
    public override T? ReadJson(
        JsonReader reader, Type objectType, T? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        reader.Value is { } value
            ? (T)default(T).From(Convert.ToString(value, CultureInfo.InvariantCulture)!)
            : null;

    public override void WriteJson(JsonWriter writer, T? value, JsonSerializer serializer) =>
        writer.WriteValue(value?.Value);
}
