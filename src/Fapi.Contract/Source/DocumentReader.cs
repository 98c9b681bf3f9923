using Newtonsoft.Json;
using YamlDotNet.Core;

namespace Fapi.Contract.Source;

// Text to tree, YAML or JSON, with line numbers.
internal static class DocumentReader
{
    public const int MaxDepth = 100;

    public static JObject Read(string content, string name)
    {
        try
        {
            var isJson = content.AsSpan().TrimStart() is ['{', ..];
            using var characters = new StringReader(content);
            using JsonReader reader = isJson ? JsonText(characters) : new YamlTokenReader(characters);
            var settings = new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };
            if (!reader.Read())
            {
                throw new ContractDocumentException(name, null, null, "the document is empty");
            }

            return JToken.ReadFrom(reader, settings) as JObject
                ?? throw new ContractDocumentException(
                    name,
                    1,
                    null,
                    "an OpenAPI document is an object with the key 'openapi'; this is something else");
        }
        catch (YamlException e) when (
            e.Message.Contains("tab", StringComparison.Ordinal) && LineWithTab(content) is { } line)
        {
            // The parser names the start of the document for a tab, wherever that is.
            throw new ContractDocumentException(
                name, line, null, "not readable as YAML: the line is indented by a tab; indent it by spaces", e);
        }
        catch (YamlException e)
        {
            throw new ContractDocumentException(
                name,
                (int)e.Start.Line,
                null,
                $"not readable as YAML: {FirstLine(e.Message)}",
                e);
        }
        // Newtonsoft's own word for an object that stands where a name should.
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            var line = e is JsonReaderException { LineNumber: > 0 } r ? r.LineNumber : (int?)null;
            throw new ContractDocumentException(name, line, null, $"not readable: {FirstLine(e.Message)}", e);
        }
    }

    private static JsonTextReader JsonText(TextReader text) => new(text)
    {
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        MaxDepth = MaxDepth,
    };

    private static int? LineWithTab(string content)
    {
        var index = Array.FindIndex(content.Split('\n'), line => line.TrimStart(' ').StartsWith('\t'));
        return index < 0 ? null : index + 1;
    }

    private static string FirstLine(string message) => Excerpt.Shorten(message.Split('\r', '\n')[0], 200);
}
