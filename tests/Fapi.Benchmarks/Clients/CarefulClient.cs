using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fapi.Benchmarks.Clients;

/// <summary>A careful hand-written client: source-generated JSON, interpolated strings, one-shot HMAC.</summary>
internal sealed partial class CarefulClient(HttpClient http, Uri address, string apiKey, string secret)
{
    private readonly string _endpoint = new Uri(address, "/fapi/v1/leverage").AbsoluteUri;
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    public async Task<LeverageResponse> ChangeInitialLeverageAsync(
        string symbol, int leverage, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Target(symbol, leverage));
        request.Headers.TryAddWithoutValidation("X-MBX-APIKEY", apiKey);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        using var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            var error = await JsonSerializer.DeserializeAsync(body, Json.Default.ExchangeError, cancellationToken)
                .ConfigureAwait(false);
            throw error!.ToException((int)response.StatusCode);
        }

        return (await JsonSerializer.DeserializeAsync(body, Json.Default.LeverageResponse, cancellationToken)
            .ConfigureAwait(false))!;
    }

    private string Target(string symbol, int leverage)
    {
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var query = string.Create(CultureInfo.InvariantCulture,
            $"symbol={Uri.EscapeDataString(symbol)}&leverage={leverage}&timestamp={timestamp}");
        return $"{_endpoint}?{query}&signature={Sign(query)}";
    }

    private string Sign(string query) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.ASCII.GetBytes(query)));

    [JsonSerializable(typeof(LeverageResponse))]
    [JsonSerializable(typeof(ExchangeError))]
    private sealed partial class Json : JsonSerializerContext;
}
