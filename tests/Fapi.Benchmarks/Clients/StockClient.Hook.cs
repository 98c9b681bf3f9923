using System.Security.Cryptography;

namespace Fapi.Benchmarks.Stock;

/// <summary>The least that stock NSwag needs: key, stamp and signature, in the hook that has the query.</summary>
public partial class StockClient
{
    private byte[] _secret = [];

    internal string ApiKey { get; set; } = "";

    internal string Secret
    {
        set => _secret = Encoding.UTF8.GetBytes(value);
    }

    partial void PrepareRequest(HttpClient client, HttpRequestMessage request, StringBuilder urlBuilder)
    {
        request.Headers.TryAddWithoutValidation("X-MBX-APIKEY", ApiKey);
        urlBuilder.Append(CultureInfo.InvariantCulture, $"&timestamp={DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}");
        var signature = Sign(urlBuilder);
        urlBuilder.Append("&signature=").Append(signature);
    }

    private string Sign(StringBuilder url)
    {
        Span<char> text = stackalloc char[512];
        Span<byte> bytes = stackalloc byte[512];
        url.CopyTo(0, text, url.Length);
        var query = text[(text.IndexOf('?') + 1)..url.Length];
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, bytes[..Encoding.ASCII.GetBytes(query, bytes)], digest);
        return Convert.ToHexStringLower(digest);
    }
}
