using Fapi.Sdk.Requests;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Fapi.Sdk.Tests.Responses;

/// <summary>Reads simple values as the SDK means to: whole numbers have no fraction, 1 is not true, and a text may hold
/// a number as well as be one.</summary>
internal sealed class TolerantConverter : Newtonsoft.Json.JsonConverter
{
    private static readonly Type[] Simple =
        [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(decimal)];

    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) =>
        Underlying(objectType) is var type && (Simple.Contains(type) || IsOpenEnum(type));

    public override object? ReadJson(
        JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        var type = Underlying(objectType);
        return reader.TokenType is JsonToken.Null && (type != objectType || type == typeof(string)) ? null
            : (IsOpenEnum(type) ? ReadText(reader.Value) is { } name
                ? ((IOpenEnum)Activator.CreateInstance(type)!).From(name) : null
            : type == typeof(string) ? ReadText(reader.Value)
            : type == typeof(bool) ? ReadBool(reader.Value)
            : type == typeof(decimal) ? ReadDecimal(reader.Value)
            : ReadWhole(reader.Value, type)) ?? throw new JsonSerializationException($"Not a {type.Name}.");
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        throw new NotSupportedException();

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsOpenEnum(Type type) => typeof(IOpenEnum).IsAssignableFrom(type);

    private static string? ReadText(object? value) => value switch
    {
        null => null,
        bool isTrue => isTrue ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static object? ReadBool(object? value) =>
        value as bool? ?? (bool.TryParse(value as string, out var parsed) ? parsed : null);

    private static decimal? ReadDecimal(object? value) => value is not bool && decimal.TryParse(
        ReadText(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static object? ReadWhole(object? value, Type type)
    {
        var (least, most) = type == typeof(int) ? (int.MinValue, int.MaxValue) : (long.MinValue, long.MaxValue);
        return ReadDecimal(value) is decimal number && number % 1 == 0 && number >= least && number <= most
            ? Convert.ChangeType(number, type, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Takes it before the converters of the models.</summary>
    internal sealed class Resolver : DefaultContractResolver
    {
        protected override JsonContract CreateContract(Type objectType)
        {
            var contract = base.CreateContract(objectType);
            var converter = new TolerantConverter();
            contract.Converter = converter.CanConvert(objectType) ? converter : contract.Converter;
            return contract;
        }
    }
}
