using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

namespace Fapi.SpecCheck.Report.Formats;

/// <summary>Writes what the reader understood, for people and scripts.</summary>
internal static class FactsWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        // Chinese stays legible; the output is a file or a terminal, never part of an HTML page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Each format by its name.</summary>
    public static OrderedDictionary<string, Action<IReadOnlyList<SourceFacts>, TextWriter>> Formats { get; } = new()
    {
        ["json"] = WriteJson,
        ["yaml"] = WriteYaml,
    };

    private static void WriteYaml(IReadOnlyList<SourceFacts> pages, TextWriter output) =>
        new SerializerBuilder().WithQuotingNecessaryStrings(quoteYaml1_1Strings: true).Build()
            .Serialize(output, Plain(new JsonObject { ["pages"] = FactsJson.From(pages) })!);

    /// <remarks>Page by page: as one document, the JSON of many pages would take several times their memory.</remarks>
    private static void WriteJson(IReadOnlyList<SourceFacts> pages, TextWriter output)
    {
        var text = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(text, Options);
        json.WriteStartObject();
        json.WriteStartArray("pages");
        foreach (var page in pages)
        {
            FactsJson.From(page).WriteTo(json);
            Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        Flush();
        output.WriteLine();

        void Flush()
        {
            json.Flush();
            output.Write(Encoding.UTF8.GetString(text.WrittenSpan));
            text.ResetWrittenCount();
        }
    }

    /// <summary>JSON as the dictionaries and lists that the YAML serializer knows.</summary>
    private static object? Plain(JsonNode? node) => node switch
    {
        JsonObject fields => fields.ToDictionary(field => field.Key, field => Plain(field.Value)),
        JsonArray items => items.Select(Plain).ToList(),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.Number => DecimalOf(value),
            _ => value.GetValueKind() == JsonValueKind.True,
        },
        _ => null,
    };

    private static object DecimalOf(JsonValue value) =>
        decimal.TryParse(value.ToJsonString(), System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : value.ToJsonString();
}
