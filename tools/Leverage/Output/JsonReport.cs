using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fapi.Leverage.Calls;

namespace Fapi.Leverage.Output;

/// <summary>One JSON object, on one line.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(LeverageReport report, TextWriter output)
    {
        var json = new JsonObject
        {
            ["environment"] = report.Environment,
            ["symbol"] = report.Answer?.Symbol ?? report.Order.Symbol,
            ["leverage"] = report.Answer?.Leverage ?? report.Order.Leverage,
            ["maxNotionalValue"] = report.Answer?.MaxNotionalValue,
            ["usedWeight"] = report.UsedWeight,
            ["elapsedMs"] = Math.Round(report.Elapsed.TotalMilliseconds, 1),
        };
        if (report.Order.IsDryRun)
        {
            json["dryRun"] = true;
            json["request"] = $"{report.Sent.Method} {report.Sent.Address}";
        }

        output.WriteLine(json.ToJsonString(Readable));
    }
}
