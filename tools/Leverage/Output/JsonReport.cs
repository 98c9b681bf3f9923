using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fapi.Leverage.Tool.Output;

/// <summary>One JSON object, on one line.</summary>
internal static class JsonReport
{
    // Letters of any script as they are: what else is not printable the terminal escapes as JSON does.
    private static readonly JsonSerializerOptions Json =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(JsonObject json, Terminal terminal) =>
        terminal.Out.WriteLine(json.ToJsonString(Json));

    internal static JsonObject From(CallReport report)
    {
        var response = report.Response;
        var json = new JsonObject
        {
            ["outcome"] = report.Order.IsDryRun ? "not_sent" : "done",
            ["environment"] = report.Environment,
            ["symbol"] = response?.Value.Symbol ?? report.Order.Symbol,
            ["leverage"] = response?.Value.Leverage ?? report.Order.Leverage,
            ["maxNotionalValue"] = response?.Value.MaxNotionalValue,
            ["usedWeight"] = response?.UsedWeight,
            ["attempts"] = response?.Attempts,
            ["elapsedMs"] = response is null ? null : Math.Round(response.Elapsed.TotalMilliseconds, 1),
        };
        if (report.Order.IsDryRun)
        {
            json["dryRun"] = true;
            json["request"] = $"{report.Sent.Method} {report.Sent.Address}";
        }

        if (report.ReadBack is { } state)
        {
            json["readBack"] = new JsonObject
            {
                ["leverage"] = state.Leverage,
                ["marginType"] = state.MarginType.ToString(),
                ["maxNotionalValue"] = state.MaxNotionalValue,
            };
        }

        if (report.Signing is { } signing)
        {
            json["signing"] = ToJson(report.Sent, signing);
        }

        return json;
    }

    internal static JsonObject From(Failure failure)
    {
        var call = failure.Call?.Connection;
        var error = failure.Call?.InnerException as FapiException;
        var json = new JsonObject
        {
            ["outcome"] = failure.Outcome,
            ["environment"] = call?.Exchange.Name,
            ["symbol"] = call?.Order?.Symbol,
            ["leverage"] = call?.Order?.Leverage,
            ["status"] = error?.StatusCode,
            ["code"] = error?.ExchangeCode,
            ["message"] = string.Join(' ', failure.Sentences),
            ["request"] = call?.Sent is { } sent ? $"{sent.Method} {sent.Address}" : null,
            ["body"] = error?.RawBody,
            ["attempts"] = call?.Attempts ?? 0,
            ["retryAfterMs"] = error?.RetryAfter?.TotalMilliseconds,
        };
        if (failure.Errors is { } errors)
        {
            json["errors"] = ToArray(errors, one => new()
            {
                ["plan"] = one.Name,
                ["line"] = one.Line,
                ["column"] = one.Column,
                ["message"] = one.Message,
            });
        }

        return json;
    }

    internal static JsonArray ToArray<T>(IEnumerable<T> items, Func<T, JsonObject> toJson) =>
        new([.. items.Select(toJson)]);

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
