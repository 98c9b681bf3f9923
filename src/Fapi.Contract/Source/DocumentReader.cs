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
            using var text = new StringReader(content);
            return (content.AsSpan().TrimStart() is ['{', ..] ? ReadJson(text) : YamlReader.Read(text)) switch
            {
                JObject root => root,
                null => throw new ContractDocumentException(name, null, null, "the document is empty"),
                _ => throw new ContractDocumentException(
                    name, 1, null, "an OpenAPI document is an object with the key 'openapi'; this is something else"),
            };
        }
        catch (YamlException e)
        {
            // For a tab the parser names the start of the document, wherever the tab is.
            var tab = e.Message.Contains("tab", StringComparison.Ordinal) ? LineWithTab(content) : 0;
            var reason = tab > 0 ? "the line is indented by a tab; indent it by spaces" : FirstLine(e.Message);
            throw new ContractDocumentException(
                name, tab > 0 ? tab : (int)e.Start.Line, null, $"not readable as YAML: {reason}", e);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            var line = e is JsonReaderException { LineNumber: > 0 } r ? r.LineNumber : (int?)null;
            throw new ContractDocumentException(name, line, null, $"not readable: {FirstLine(e.Message)}", e);
        }
    }

    private static JToken ReadJson(TextReader text)
    {
        using var reader = new JsonTextReader(text)
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MaxDepth = MaxDepth,
        };
        var settings = new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };
        return JToken.ReadFrom(reader, settings);
    }

    private static int LineWithTab(string content) =>
        Array.FindIndex(content.Split('\n'), line => line.TrimStart(' ').StartsWith('\t')) + 1;

    private static string FirstLine(string message) => Excerpt.Shorten(message.Split('\r', '\n')[0], 200);
}
