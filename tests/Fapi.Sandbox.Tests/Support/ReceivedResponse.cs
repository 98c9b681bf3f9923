using System.Net;
using System.Text.Json;

namespace Fapi.Sandbox.Tests.Support;

internal sealed record ReceivedResponse(
    HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    /// <summary>The exchange code of an error; 0 for a response without one.</summary>
    public int Code => Json.TryGetProperty("code", out var code) ? code.GetInt32() : 0;

    public string Message => Json.GetProperty("msg").GetString()!;
}
