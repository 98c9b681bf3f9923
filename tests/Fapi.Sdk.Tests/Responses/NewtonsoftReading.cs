using System.Collections.ObjectModel;
using System.Reflection;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Fapi.Sdk.Tests.Responses;

/// <summary>Reads a response as an app could, by JsonConvert with the models.</summary>
/// <remarks>Where the SDK means to differ from it is said here: <see cref="IsStrict"/>, <see cref="HasOtherCase"/>,
/// <see cref="HasNullItem"/>, <see cref="EmptyIsNotNull"/>, and <see cref="TolerantConverter"/>.</remarks>
internal static class NewtonsoftReading
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly HashSet<string> Names =
    [
        .. from type in typeof(FapiClient).Assembly.GetTypes()
           from property in type.GetProperties()
           let name = property.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName
           where name is not null
           select name,
    ];

    private static readonly HashSet<string> NamesOfAnyCase = new(Names, StringComparer.OrdinalIgnoreCase);

    private static readonly JsonSerializerSettings Settings = new()
    {
        CheckAdditionalContent = true,
        ContractResolver = new TolerantConverter.Resolver(),
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        MaxDepth = 64,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        ObjectCreationHandling = ObjectCreationHandling.Replace,
    };

    private static readonly JsonSerializerSettings OfAnyDepth = new(Settings) { MaxDepth = null };

    /// <returns>What was read, as JSON; null when it cannot be read.</returns>
    internal static string? Read(byte[] body, ReadType type)
    {
        try
        {
            var text = Text(body);
            if (!IsStrict(text))
            {
                return null;
            }

            var isItem = type.ItemMayComeAlone && text.TrimStart()[0] != '[';
            using var reader = new EmptyIsNotNull(text);
            var value = Newtonsoft.Json.JsonSerializer.Create(Settings)
                .Deserialize(reader, isItem ? type.Item! : type.Type);
            return value is null || HasNullItem(value) ? null
                : Show(isItem ? new[] { value } : value).Replace(EmptyIsNotNull.Empty, "", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is Newtonsoft.Json.JsonException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Shows a value as JSON; the order of fields does not count.</summary>
    internal static string Show(object value) => Sort(
        JsonConvert.DeserializeObject<JToken>(JsonConvert.SerializeObject(value), OfAnyDepth)!).ToString();

    /// <summary>JsonConvert takes a field for another of the same letters in another case.</summary>
    internal static bool HasOtherCase(byte[] body)
    {
        try
        {
            return JToken.Parse(Text(body)) is JContainer container && container.DescendantsAndSelf()
                .OfType<JProperty>()
                .Any(property => NamesOfAnyCase.Contains(property.Name) && !Names.Contains(property.Name));
        }
        catch (Exception e) when (e is Newtonsoft.Json.JsonException or DecoderFallbackException)
        {
            return false;
        }
    }

    private static JToken Sort(JToken value) => value switch
    {
        JObject fields => new JObject(fields.Properties().OrderBy(field => field.Name, StringComparer.Ordinal)
            .Select(field => new JProperty(field.Name, Sort(field.Value)))),
        JArray items => new JArray(items.Select(Sort)),
        _ => value,
    };

    private static string Text(byte[] body) =>
        StrictUtf8.GetString(body.AsSpan().StartsWith("\uFEFF"u8) ? body.AsSpan(3) : body);

    /// <summary>Newtonsoft reads comments, names without quotes, octal numbers, a comma before the end and the like.
    /// Control characters in a text are read by both, though not by System.Text.Json.</summary>
    private static bool IsStrict(string text)
    {
        var shown = string.Concat(text.Select(c => c is '\t' or '\r' or '\n' ? ' ' : c < ' ' ? '?' : c));
        try
        {
            using var document = JsonDocument.Parse(shown, new JsonDocumentOptions { MaxDepth = 64 });
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    /// <summary>JsonConvert puts null into a list of what must not be null.</summary>
    private static bool HasNullItem(object? value) => value switch
    {
        null or string or ReadOnlyCollection<object> => false,
        IEnumerable<object?> items => items.Any(item => item is null || HasNullItem(item)),
        _ => value.GetType().GetProperties().Where(property => property.IsDefined(typeof(JsonPropertyAttribute)))
            .Any(property => HasNullItem(property.GetValue(value))),
    };

    /// <summary>JsonConvert takes an empty text for null where no text belongs.</summary>
    private sealed class EmptyIsNotNull(string text) : JsonTextReader(new StringReader(text))
    {
        internal const string Empty = "\uE000";

        public override bool Read()
        {
            var isRead = base.Read();
            if (TokenType == JsonToken.String && Value is "")
            {
                SetToken(JsonToken.String, Empty, updateIndex: false);
            }

            return isRead;
        }
    }
}
