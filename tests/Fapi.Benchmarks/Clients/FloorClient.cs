using System.Buffers;

namespace Fapi.Benchmarks.Clients;

/// <summary>The least that can be written by hand with HttpClient: spans, pooled buffers, a keyed HMAC that is used
/// again.</summary>
internal sealed class FloorClient(HttpClient http, Uri address, string apiKey, string secret, bool hasContent = false)
    : IDisposable
{
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly byte[] _start = Encoding.ASCII.GetBytes(
        $"{address.GetLeftPart(UriPartial.Authority)}/fapi/v1/leverage?");
    private readonly FloorSigner _signer = new(secret);

    public async Task<LeverageResponse> ChangeInitialLeverageAsync(
        string symbol, int leverage, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Target(symbol, leverage));
        request.Headers.TryAddWithoutValidation("X-MBX-APIKEY", apiKey);
        request.Content = hasContent ? new ByteArrayContent([]) : null;
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(1024);
        try
        {
            var (length, read) = (0, 0);
            while ((read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
                buffer = length < buffer.Length ? buffer : Larger(buffer);
            }

            return response.IsSuccessStatusCode
                ? FloorReader.Read(buffer.AsSpan(0, length))
                : throw FloorReader.ReadError(buffer.AsSpan(0, length)).ToException((int)response.StatusCode);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => _signer.Dispose();

    private Uri Target(string symbol, int leverage)
    {
        var writer = new FloorWriter(stackalloc byte[512]);
        writer.Add(_start);
        writer.Add("symbol="u8);
        writer.AddEscaped(symbol);
        writer.Add("&leverage="u8);
        writer.Add(leverage);
        writer.Add("&timestamp="u8);
        writer.Add(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        var query = writer.Written[_start.Length..];
        writer.Add("&signature="u8);
        _signer.Sign(query, writer.Take(FloorSigner.Length));
        return new Uri(Encoding.ASCII.GetString(writer.Written), AsItIs);
    }

    private static byte[] Larger(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
