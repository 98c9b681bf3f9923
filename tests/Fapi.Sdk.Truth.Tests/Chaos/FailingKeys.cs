using System.Security.Cryptography;
using Fapi.Sdk.Accounts;
using Fapi.Sdk.Signing;
using Fapi.Sdk.Truth.Tests.Wire;

namespace Fapi.Sdk.Truth.Tests.Chaos;

/// <summary>A signer of the app that is slow, hangs or fails now and then.</summary>
internal sealed class FailingSigner(int seed, string apiKey, string secret, Ledger ledger, TimeProvider time)
    : IRequestSigner
{
    public int MaxSignatureLength => 64;

    public async ValueTask<int> SignAsync(
        ReadOnlyMemory<byte> text, Memory<byte> signature, CancellationToken cancellationToken)
    {
        var call = Ledger.CallOf("?" + Encoding.ASCII.GetString(text.Span)) ?? 0;
        var random = Chance.Of(seed, call, 700 + ledger.Of(call).HandedOver.Count);
        if (random.Happens(0.15))
        {
            throw FailingHandler.Failure(random, $"The signer failed with {apiKey}");
        }

        if (random.Happens(0.3))
        {
            var wait = TimeSpan.FromSeconds(random.Pick(0.5, 2, 4, 3600));
            await Task.Delay(wait, time, random.Happens(0.5) ? cancellationToken : default);
        }

        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), text.Span);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash), signature.Span);
    }
}

/// <summary>A vault that is slow, hangs or fails now and then, and changes the key object.</summary>
internal sealed class FailingVault(int seed, string apiKey, string secret, TimeProvider time) : IFapiCredentialsProvider
{
    private FapiCredentials _current = new(apiKey, new HmacSha256Signer(secret));

    /// <summary>The number of the call that asks.</summary>
    internal static AsyncLocal<int> Call { get; } = new();

    public async ValueTask<FapiCredentials?> GetCredentialsAsync(CancellationToken cancellationToken)
    {
        var random = Chance.Of(seed, Call.Value, 900);
        if (random.Happens(0.1))
        {
            throw FailingHandler.Failure(random, $"The vault failed for call {Call.Value}");
        }

        if (random.Happens(0.2))
        {
            var wait = TimeSpan.FromSeconds(random.Pick(0.5, 5, 3600));
            await Task.Delay(wait, time, random.Happens(0.5) ? cancellationToken : default);
        }

        if (random.Happens(0.2))
        {
            Interlocked.Exchange(ref _current, new FapiCredentials(apiKey, new HmacSha256Signer(secret))).Dispose();
        }

        return Volatile.Read(ref _current);
    }
}
