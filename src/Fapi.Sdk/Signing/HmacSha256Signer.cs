using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.ObjectPool;

namespace Fapi.Sdk.Signing;

/// <summary>Signs with HMAC-SHA256, in lower-case hex.</summary>
[DebuggerDisplay("HMAC-SHA256 signer")]
public sealed class HmacSha256Signer : IRequestSigner, IDisposable
{
    private const int HashLength = 32;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[] _secret;

    private readonly KeyedPool<IncrementalHash> _pool;

    /// <summary>Creates a signer.</summary>
    /// <param name="secret">Secret of the API key, as the exchange showed it when the key was made.</param>
    /// <exception cref="ArgumentException">The secret is empty, or something was copied along with it. Holds nothing of
    /// the secret.</exception>
    public HmacSha256Signer(string secret)
    {
        var fault = string.IsNullOrWhiteSpace(secret)
            ? "is empty; pass the secret that the exchange showed when the key was made"
            : SecretText.Fault(secret);
        if (fault is not null)
        {
            throw new ArgumentException($"The API secret {fault}.", nameof(secret));
        }

        _secret = Encoding.UTF8.GetBytes(secret);
        _pool = new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret));
    }

    /// <inheritdoc/>
    public int MaxSignatureLength => HashLength * 2;

    /// <inheritdoc/>
    public ValueTask<int> SignAsync(
        ReadOnlyMemory<byte> text, Memory<byte> signature, CancellationToken cancellationToken) =>
        new(Sign(text.Span, signature.Span));

    /// <summary>Zeroes the secret; a call that signs at this moment fails.</summary>
    public void Dispose()
    {
        _pool.Dispose();
        Array.Clear(_secret, 0, _secret.Length);
    }

    private int Sign(ReadOnlySpan<byte> text, Span<byte> signature)
    {
        var hash = _pool.Rent();
#if NET
        Span<byte> digest = stackalloc byte[HashLength];
        hash.AppendData(text);
        hash.GetHashAndReset(digest);
#else
        hash.AppendData(text.ToArray());
        ReadOnlySpan<byte> digest = hash.GetHashAndReset();
#endif
        _pool.Return(hash);
        return WriteHex(digest, signature);
    }

    private static int WriteHex(ReadOnlySpan<byte> digest, Span<byte> destination)
    {
#if NET10_0_OR_GREATER
        return Convert.TryToHexStringLower(digest, destination, out var written) ? written
            : throw new ArgumentException("The signature does not fit.", nameof(destination));
#else
        const string hex = "0123456789abcdef";
        for (var i = 0; i < digest.Length; i++)
        {
            destination[i * 2] = (byte)hex[digest[i] >> 4];
            destination[(i * 2) + 1] = (byte)hex[digest[i] & 0xF];
        }

        return digest.Length * 2;
#endif
    }
}

/// <summary>Keyed algorithms that are costly to make and serve one caller at a time: as many as calls sign at once,
/// none waits.</summary>
internal sealed class KeyedPool<T>(Func<T> create) : IDisposable where T : class, IDisposable
{
    private const int MaximumIdle = 256;

    private readonly ObjectPool<T> _idle = new DefaultObjectPoolProvider { MaximumRetained = MaximumIdle }.Create(
        new Policy(create));
    private volatile bool _isDisposed;

    internal T Rent() => _isDisposed ? throw Gone() : _idle.Get();

    /// <exception cref="ObjectDisposedException">The key may have been zeroed while the item worked with it; what it
    /// made is not to be used.</exception>
    internal void Return(T item)
    {
        _idle.Return(item);
        if (_isDisposed)
        {
            throw Gone();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        ((IDisposable)_idle).Dispose();
    }

    private static ObjectDisposedException Gone() =>
        new(nameof(IRequestSigner), "The signer was disposed; its key is gone.");

    private sealed class Policy(Func<T> create) : PooledObjectPolicy<T>
    {
        public override T Create() => create();

        public override bool Return(T obj) => true;
    }
}
