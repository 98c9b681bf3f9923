using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using Fapi.Sdk.Requests;

namespace Fapi.Sdk.Signing;

/// <summary>Signs with RSA PKCS#1 v1.5 and SHA-256, in base64.</summary>
[DebuggerDisplay("RSA signer")]
public sealed class RsaSigner : IRequestSigner, IDisposable
{
    private readonly KeyedPool<RSA> _pool;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly RSAParameters _key;

    private readonly int _signatureLength;

    /// <summary>Creates a signer, which keeps a copy of the key.</summary>
    /// <param name="key">An RSA key with its private part, exportable.</param>
    /// <exception cref="CryptographicException">The key has no private part or does not let it be exported.</exception>
    public RsaSigner(RSA key)
    {
        Argument.NotNull(key);
        _key = key.ExportParameters(includePrivateParameters: true);
        _signatureLength = (key.KeySize + 7) / 8;
        _pool = new(() =>
        {
            var rsa = RSA.Create();
            rsa.ImportParameters(_key);
            return rsa;
        });
    }

    /// <summary>Reads a private key.</summary>
    /// <param name="pem">PEM text: <c>PRIVATE KEY</c>, <c>RSA PRIVATE KEY</c> or, with a passphrase, <c>ENCRYPTED
    /// PRIVATE KEY</c>.</param>
    /// <param name="passphrase">Passphrase of an encrypted key; null when it has none.</param>
    /// <exception cref="FormatException">The text is not an RSA key in PEM, or the passphrase does not open it. Holds
    /// nothing of the key.</exception>
    public static RsaSigner FromPem(string pem, string? passphrase = null)
    {
        using var key = RsaPem.Read(pem, passphrase);
        return new RsaSigner(key);
    }

    /// <inheritdoc/>
    public int MaxSignatureLength => Base64.GetMaxEncodedToUtf8Length(_signatureLength);

    /// <inheritdoc/>
    public ValueTask<int> SignAsync(ReadOnlyMemory<byte> text, Memory<byte> signature, CancellationToken cancellationToken) =>
        new(Sign(text.Span, signature.Span));

    /// <summary>Zeroes the key; a call that signs at this moment fails.</summary>
    public void Dispose()
    {
        _pool.Dispose();
        foreach (var part in new[] { _key.D, _key.P, _key.Q, _key.DP, _key.DQ, _key.InverseQ })
        {
            Array.Clear(part!, 0, part!.Length);
        }
    }

    private int Sign(ReadOnlySpan<byte> text, Span<byte> signature)
    {
        var rsa = _pool.Rent();
#if NET
        rsa.SignData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
#else
        rsa.SignData(text.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CopyTo(signature);
#endif
        _pool.Return(rsa);
        Base64.EncodeToUtf8InPlace(signature, _signatureLength, out var written);
        return written;
    }
}
