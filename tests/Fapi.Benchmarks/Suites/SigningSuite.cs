using System.Security.Cryptography;
using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Measuring;
using Fapi.Benchmarks.Reports;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Signing;

namespace Fapi.Benchmarks.Suites;

/// <summary>Signing alone, against the platform's HMAC that is keyed once and does not even write its hash as
/// hex.</summary>
internal sealed class SigningSuite : ISuite
{
    private static readonly byte[] Text =
        "symbol=BTCUSDT&leverage=21&recvWindow=5000&timestamp=1736393892000"u8.ToArray();

    public string Name => "signing";

    public Task<IReadOnlyList<Group>> RunAsync(Keys keys)
    {
        const string reference = "IncrementalHash, reused";
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(keys.Secret));
        using var hmac = new HmacSha256Signer(keys.Secret);
        using var rsa = new RsaSigner(keys.Rsa);
        var ed25519 = new Ed25519Signer(keys.Ed25519Seed);
        var measured = new Interleaved(rounds: 60, TimeSpan.FromMilliseconds(8)).Measure(
            new Work(reference, calls => Hash(hash, calls)), Sign("HmacSha256Signer", hmac),
            Sign("RsaSigner, 2048 bits", rsa), Sign("Ed25519Signer", ed25519));
        return Task.FromResult<IReadOnlyList<Group>>([Group.Create(
            $"Signing a text of {Text.Length} bytes; ratios to a reused IncrementalHash",
            measured,
            reference,
            Target.AtMost("signing alone (HMAC), time over a reused IncrementalHash",
                measured[1].Nanoseconds.Over(measured[0].Nanoseconds), 1.15),
            Target.AtMost("signing alone (HMAC), bytes", measured[1].Bytes.Select(Math.Round), 0, "B"))]);
    }

    private static void Hash(IncrementalHash hash, int calls)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        for (var i = 0; i < calls; i++)
        {
            hash.AppendData(Text);
            hash.GetHashAndReset(digest);
        }
    }

    private static Work Sign(string name, IRequestSigner signer)
    {
        var signature = new byte[signer.MaxSignatureLength];
        return new Work(name, calls => SignAsync(signer, signature, calls).GetAwaiter().GetResult());
    }

    private static async Task SignAsync(IRequestSigner signer, byte[] signature, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            await signer.SignAsync(Text, signature, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
