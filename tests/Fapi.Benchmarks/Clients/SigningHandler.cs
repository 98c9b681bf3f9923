using System.Security.Cryptography;

namespace Fapi.Benchmarks.Clients;

/// <summary>Stamps and signs what Refit made.</summary>
internal sealed class SigningHandler(HttpMessageHandler inner, string apiKey, string secret) : DelegatingHandler(inner)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        var query = string.Create(CultureInfo.InvariantCulture,
            $"{address.Query.AsSpan(1)}&timestamp={DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}");
        request.RequestUri = new Uri($"{address.GetLeftPart(UriPartial.Path)}?{query}&signature={Sign(query)}");
        request.Headers.TryAddWithoutValidation("X-MBX-APIKEY", apiKey);
        return base.SendAsync(request, cancellationToken);
    }

    private string Sign(string query) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.ASCII.GetBytes(query)));
}
