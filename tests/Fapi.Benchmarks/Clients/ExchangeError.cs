using System.Text.Json.Serialization;
using Newtonsoft.Json;

namespace Fapi.Benchmarks.Clients;

/// <summary>An error response as the hand-written clients read it.</summary>
internal sealed class ExchangeError
{
    [JsonProperty("code")]
    [JsonPropertyName("code")]
    public int Code { get; init; }

    [JsonProperty("msg")]
    [JsonPropertyName("msg")]
    public string Message { get; init; } = "";

    internal ExchangeErrorException ToException(int status) => new($"Status {status}, {Code}: {Message}") { Status = status, Code = Code };
}

internal sealed class ExchangeErrorException(string message) : Exception(message)
{
    public required int Status { get; init; }

    public required int Code { get; init; }
}
