using System.Security.Cryptography;
using Newtonsoft.Json;

namespace Fapi.Benchmarks.Clients;

/// <summary>The client that most people write by hand: a dictionary of parameters, strings all the way, Newtonsoft at
/// the end.</summary>
internal sealed class OrdinaryClient(HttpClient http, Uri address, string apiKey, string secret)
{
    public async Task<LeverageResponse> ChangeInitialLeverageAsync(string symbol, int leverage)
    {
        var parameters = new Dictionary<string, string>
        {
            ["symbol"] = symbol,
            ["leverage"] = leverage.ToString(CultureInfo.InvariantCulture),
            ["timestamp"] = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        };
        var query = string.Join(
            "&", parameters.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"{address}fapi/v1/leverage?{query}&signature={Sign(query)}");
        request.Headers.Add("X-MBX-APIKEY", apiKey);
        using var response = await http.SendAsync(request).ConfigureAwait(false);
        var body = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? JsonConvert.DeserializeObject<LeverageResponse>(body)!
            : throw JsonConvert.DeserializeObject<ExchangeError>(body)!.ToException((int)response.StatusCode);
    }

    private string Sign(string query)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        return Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes(query))).ToLowerInvariant();
    }
}
