using System.Reflection;
using System.Text.Json;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>An object as the serialisers of other people's logs and APIs write it. Where one fails, its exception is
/// the text.</summary>
internal static class Serialised
{
    private static readonly JsonSerializerOptions WithFields = new()
    {
        IncludeFields = true,
        ReferenceHandler = System.Text.Json.Serialization.ReferenceHandler.IgnoreCycles
    };

    private static readonly JsonSerializerSettings Lenient = new()
    {
        ReferenceLoopHandling = ReferenceLoopHandling.Ignore,
        TypeNameHandling = TypeNameHandling.All,
        Converters = { new CodeAsName() },
        Error = (_, args) => args.ErrorContext.Handled = true,
    };

    internal static IEnumerable<string> Of(object value) =>
    [
        Try(() => JsonSerializer.Serialize(value)),
        Try(() => JsonSerializer.Serialize(value, WithFields)),
        Try(() => JsonConvert.SerializeObject(value)),
        Try(() => JsonConvert.SerializeObject(value, Lenient)),
    ];

    /// <summary>Keeps the writer from walking through all of an assembly.</summary>
    private sealed class CodeAsName : Newtonsoft.Json.JsonConverter
    {
        public override bool CanConvert(Type objectType) =>
            objectType.IsAssignableTo(typeof(Delegate)) || objectType.IsAssignableTo(typeof(MemberInfo));

        public override object? ReadJson(
            JsonReader reader, Type objectType, object? existingValue, Newtonsoft.Json.JsonSerializer serializer) =>
                throw new NotSupportedException();

        public override void WriteJson(JsonWriter writer, object? value, Newtonsoft.Json.JsonSerializer serializer) =>
            writer.WriteValue($"{value}");
    }

    private static string Try(Func<string> serialise)
    {
        try
        {
            return serialise();
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }
}
