using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fapi.SpecCheck.Report.Views;

namespace Fapi.SpecCheck.Report.Formats;

internal sealed class JsonFormat : IReportFormat
{
    /// <summary>Readable in any language; what is written is a file of its own, never part of a page.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public void Write(ReportView report, Wordings wordings, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(report, Options));
}
