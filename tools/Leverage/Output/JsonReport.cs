using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fapi.Leverage.Calls;

namespace Fapi.Leverage.Output;

/// <summary>One JSON object, on one line.</summary>
internal static class JsonReport
{
    // Letters of any script as they are: what else is not printable the terminal escapes as JSON does.
    private static readonly JsonSerializerOptions Json =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(LeverageReport report, Terminal terminal)
    {
        var json = new JsonObject
        {
            ["environment"] = report.Environment,
            ["symbol"] = report.Response?.Symbol ?? report.Order.Symbol,
            ["leverage"] = report.Response?.Leverage ?? report.Order.Leverage,
            ["maxNotionalValue"] = report.Response?.MaxNotionalValue,
            ["usedWeight"] = report.UsedWeight,
            ["elapsedMs"] = Math.Round(report.Elapsed.TotalMilliseconds, 1),
        };
        if (report.Order.IsDryRun)
        {
            json["dryRun"] = true;
            json["request"] = $"{report.Sent.Method} {report.Sent.Address}";
        }

        if (report.Signing is { } signing)
        {
            json["signing"] = ToJson(report.Sent, signing);
        }

        terminal.Out.WriteLine(json.ToJsonString(Json));
    }

    private static JsonObject ToJson(SentRequest sent, Signing signing) => new()
    {
        ["signer"] = sent.Signer,
        ["secret"] = signing.Secret,
        ["text"] = sent.SignedText,
        ["bytes"] = sent.SignedText.Length,
        ["hex"] = Convert.ToHexStringLower(Encoding.ASCII.GetBytes(sent.SignedText)),
        ["signatureLength"] = sent.SignatureLength,
        ["stamp"] = signing.Stamp?.ToString("O", CultureInfo.InvariantCulture),
        ["stampAgeMs"] = signing.Age?.TotalMilliseconds,
        ["requestLine"] = $"{sent.Method} {sent.Target} HTTP/1.1",
        ["headers"] = new JsonArray([.. sent.Headers.Select(header => (JsonNode)header)]),
    };
}
