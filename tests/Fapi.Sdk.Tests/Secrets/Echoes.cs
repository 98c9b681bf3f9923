using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fapi.Contract;
using Fapi.Sandbox;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>Responses that hold the request, key and signature included, at every place where a response can hold
/// something.</summary>
internal static class Echoes
{
    internal static IReadOnlyDictionary<string, Func<string, byte[]>> All { get; } =
        new Dictionary<string, Func<string, byte[]>>
        {
            ["message of an error"] = head => Json(400, Error(head)),
            ["message of an error, decoded"] = head => Json(400, Error(Uri.UnescapeDataString(head))),
            ["message of an error, slashes escaped"] = head => Json(
                400, Error(Uri.UnescapeDataString(head)).Replace("/", "\\/", StringComparison.Ordinal)),
            ["message of an error, every character escaped"] = head => Json(
                400, $$"""{"code": -1100, "msg": "{{string.Concat(head.Select(c => $"\\u{(int)c:x4}"))}}"}"""),
            ["page of a firewall, every character escaped"] = head => Page(
                403, string.Concat(head.Select(c => $"&#{(int)c};"))),
            ["message of an unknown outcome"] = head => Json(503, Error(head)),
            ["message of a rate limit"] = head => Json(429, Error(head), "Retry-After: 0\r\n"),
            ["page of a firewall"] = head => Page(403, HtmlEncoder.Default.Encode(head)),
            ["page of a proxy, decoded"] = head => Page(502, WebUtility.HtmlEncode(Uri.UnescapeDataString(head))),
            ["plain text"] = head => Of(500, Encoding.Latin1.GetBytes(head), "text/plain"),
            ["success that is no JSON"] = head => Json(200, head),
            ["name of a field that cannot be read"] = head => Json(200, $$"""{"leverage": {"{{Signature(head)}}": 1} }"""),
            ["value of a field that cannot be read"] = head => Json(200,
                $$"""{"leverage": "{{Uri.UnescapeDataString(Signature(head))}}", "serverTime": "{{Signature(head)}}"}"""),
            ["reason phrase"] = head => Raw($"HTTP/1.1 400 {Signature(head)}\r\nContent-Length: 0\r\n\r\n"),
            ["headers"] = head => Json(
                400, "{}",
                $"X-Echo: {Target(head)}\r\nX-MBX-USED-WEIGHT-1M: {Signature(head)}\r\nRetry-After: "
                    + $"{Key(head)}\r\nSet-Cookie: a={Key(head)}\r\nWarning: {Key(head)}\r\n"),
            ["address of a redirect"] = head => Of(302, [], "text/html", "Location: "
                + $"{Target(head)}&key={Key(head)}\r\n"),
            ["character set"] = head => Of(
                400, Encoding.ASCII.GetBytes(Error(head)), $"application/json; charset={Key(head)}"),
            ["content encoding"] = head => Json(400, Error(head), "Content-Encoding: gzip\r\n"),
            ["content encoding of a success"] = head => Json(
                200, head.Replace("\r\n", " ", StringComparison.Ordinal), "Content-Encoding: gzip\r\n"),
            ["line in place of the status"] = head => Raw($"{Target(head)} {Key(head)}\r\n\r\n"),
            ["status that is no number"] = head => Raw($"HTTP/1.1 {Signature(head)}{Key(head)}\r\n\r\n"),
            ["line that is no header"] = head => Raw($"HTTP/1.1 200 OK\r\n{Signature(head)} {Key(head)}\r\n\r\n"),
            ["length that is no number"] = head => Raw($"HTTP/1.1 200 OK\r\nContent-Length: {Key(head)}\r\n\r\n"),
            ["length of a chunk"] = head => Raw(
                $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{Key(head)}{Signature(head)}\r\n"),
            ["length of a chunk of an error"] = head => Raw(
                $"HTTP/1.1 400 X\r\nTransfer-Encoding: chunked\r\n\r\n{Key(head)}{Signature(head)}\r\n"),
        };

    internal static Fault ToFault(string echo) => Fault.Raw(request => All[echo](Head(request)));

    private static string Head(RecordedRequest request) =>
        $"{request.Method} {request.Target} "
            + $"HTTP/1.1\r\n{string.Concat(request.Headers.Select(header => $"{header.Key}: {header.Value}\r\n"))}\r\n";

    private static byte[] Json(int status, string body, string headers = "") =>
        Of(status, Encoding.UTF8.GetBytes(body), "application/json", headers);

    private static byte[] Of(int status, byte[] body, string contentType, string headers = "") =>
        [.. Encoding.ASCII.GetBytes(
            FormattableString.Invariant(
                $"HTTP/1.1 {status} X\r\nContent-Type: {contentType}\r\nContent-Length: {body.Length}\r\n{headers}\r\n")), .. body];

    private static string Target(string head) => head.Split(' ')[1];

    private static string Signature(string head) =>
        Target(head).Split("signature=") is [_, var signature] ? signature : "none";

    private static string Key(string head) =>
        head.Split("\r\n")
            .FirstOrDefault(
                line => line.StartsWith("X-MBX-APIKEY: ", StringComparison.OrdinalIgnoreCase))?[
                    "X-MBX-APIKEY: ".Length..] ?? "none";

    private static string Error(string text) => $$"""{"code": -1100, "msg": {{JsonSerializer.Serialize(text)}}}""";

    private static byte[] Page(int status, string text) =>
        Of(status, Encoding.UTF8.GetBytes($"<html><body>{text}</body></html>"), "text/html");

    private static byte[] Raw(string text) => Encoding.Latin1.GetBytes(text);
}
