using Fapi.Sdk.Requests;
using Newtonsoft.Json;

namespace Fapi.Sdk.Responses;

/// <summary>Reads and writes an <see cref="IOpenEnum"/> as its string.</summary>
internal sealed class OpenEnumConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) =>
        typeof(IOpenEnum).IsAssignableFrom(Nullable.GetUnderlyingType(objectType) ?? objectType);

    public override object? ReadJson(
        JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        var type = Nullable.GetUnderlyingType(objectType);
        return reader.Value is null && type is not null
            ? null
            : Activator.CreateInstance(
                type ?? objectType, Convert.ToString(reader.Value, CultureInfo.InvariantCulture));
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        writer.WriteValue((value as IOpenEnum)?.Value);
}
