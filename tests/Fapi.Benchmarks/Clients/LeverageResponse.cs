using System.Text.Json.Serialization;
using Newtonsoft.Json;

namespace Fapi.Benchmarks.Clients;

/// <summary>The response as the hand-written clients read it.</summary>
internal sealed class LeverageResponse
{
    [JsonProperty("symbol")]
    [JsonPropertyName("symbol")]
    public string Symbol { get; init; } = "";

    [JsonProperty("leverage")]
    [JsonPropertyName("leverage")]
    public int Leverage { get; init; }

    [JsonProperty("maxNotionalValue")]
    [JsonPropertyName("maxNotionalValue")]
    public string MaxNotionalValue { get; init; } = "";
}
