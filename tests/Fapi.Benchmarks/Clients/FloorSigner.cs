using System.Security.Cryptography;

namespace Fapi.Benchmarks.Clients;

/// <summary>A keyed HMAC for each thread, which no caller waits for.</summary>
internal sealed class FloorSigner(string secret) : IDisposable
{
    internal const int Length = HMACSHA256.HashSizeInBytes * 2;

    private readonly ThreadLocal<IncrementalHash> _hash =
        new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret)),
            trackAllValues: true);

    internal void Sign(ReadOnlySpan<byte> text, Span<byte> signature)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var hash = _hash.Value!;
        hash.AppendData(text);
        hash.GetHashAndReset(digest);
        Convert.TryToHexStringLower(digest, signature, out _);
    }

    public void Dispose()
    {
        foreach (var hash in _hash.Values)
        {
            hash.Dispose();
        }

        _hash.Dispose();
    }
}
