using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fapi.Benchmarks.Reports;

internal static class JsonReport
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    internal static void Write(Report report, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(report, Readable));
}
