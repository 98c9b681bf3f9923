using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fapi.SpecCheck.Report.Formats;

internal static class JsonFormat
{
    /// <summary>Readable in any language; what is written is a file of its own, never part of a page.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Write(CheckReport report, Wordings wordings, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(report, Options));
}
