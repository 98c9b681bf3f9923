using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Fapi.Benchmarks.Clients;

/// <summary>The careful client for long responses: signed GET requests, source-generated JSON.</summary>
internal sealed partial class CarefulLists(HttpClient http, Uri address, string apiKey, string secret)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    internal Task<List<Symbol>> SymbolConfigurationAsync() =>
        GetAsync("/fapi/v1/symbolConfig", isSigned: true, Lists.Default.ListSymbol);

    internal Task<Information> ExchangeInformationAsync() =>
        GetAsync("/fapi/v1/exchangeInfo", isSigned: false, Lists.Default.Information);

    private async Task<T> GetAsync<T>(string path, bool isSigned, JsonTypeInfo<T> type)
    {
        var query = FormattableString.Invariant($"timestamp={DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}");
        var target = isSigned ? $"{path}?{query}&signature={Sign(query)}" : path;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, target));
        request.Headers.TryAddWithoutValidation("X-MBX-APIKEY", apiKey);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead)
            .ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        using var body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        return (await JsonSerializer.DeserializeAsync(body, type).ConfigureAwait(false))!;
    }

    private string Sign(string query) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.ASCII.GetBytes(query)));

    internal sealed class Symbol
    {
        [JsonPropertyName("symbol")]
        public string Name { get; set; } = "";

        public string MarginType { get; set; } = "";

        public bool? IsAutoAddMargin { get; set; }

        public int Leverage { get; set; }

        public string MaxNotionalValue { get; set; } = "";
    }

    internal sealed class Information
    {
        public string? Timezone { get; set; }

        public long? ServerTime { get; set; }

        public List<Limit>? RateLimits { get; set; }

        public List<Asset>? Assets { get; set; }

        public List<Listed> Symbols { get; set; } = [];
    }

    internal sealed record Limit(
        string RateLimitType, string Interval, int IntervalNum, [property: JsonPropertyName("limit")] int Most);

    internal sealed record Asset(
        [property: JsonPropertyName("asset")] string Name, bool? MarginAvailable, string? AutoAssetExchange);

    internal sealed class Listed
    {
        public string Symbol { get; set; } = "";

        public string? Pair { get; set; }

        public string? ContractType { get; set; }

        public long? DeliveryDate { get; set; }

        public long? OnboardDate { get; set; }

        public string? Status { get; set; }

        public string? MaintMarginPercent { get; set; }

        public string? RequiredMarginPercent { get; set; }

        public string? BaseAsset { get; set; }

        public string? QuoteAsset { get; set; }

        public string? MarginAsset { get; set; }

        public int? PricePrecision { get; set; }

        public int? QuantityPrecision { get; set; }

        public int? BaseAssetPrecision { get; set; }

        public int? QuotePrecision { get; set; }

        public string? UnderlyingType { get; set; }

        public List<string>? UnderlyingSubType { get; set; }

        public int? SettlePlan { get; set; }

        public string? TriggerProtect { get; set; }

        public string? LiquidationFee { get; set; }

        public string? MarketTakeBound { get; set; }

        public List<Filter>? Filters { get; set; }

        public List<string>? OrderType { get; set; }

        public List<string>? TimeInForce { get; set; }
    }

    internal sealed class Filter
    {
        public string FilterType { get; set; } = "";

        public string? MinPrice { get; set; }

        public string? MaxPrice { get; set; }

        public string? TickSize { get; set; }

        public string? MinQty { get; set; }

        public string? MaxQty { get; set; }

        public string? StepSize { get; set; }

        public int? Limit { get; set; }

        public string? Notional { get; set; }

        public string? MultiplierUp { get; set; }

        public string? MultiplierDown { get; set; }

        public string? MultiplierDecimal { get; set; }
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(List<Symbol>))]
    [JsonSerializable(typeof(Information))]
    private sealed partial class Lists : JsonSerializerContext;
}
