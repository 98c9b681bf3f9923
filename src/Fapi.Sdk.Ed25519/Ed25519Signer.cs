using System.Buffers.Text;
using System.Diagnostics;
using Fapi.Sdk.Signing;
using Org.BouncyCastle.Crypto.Parameters;
using Rfc8032 = Org.BouncyCastle.Math.EC.Rfc8032.Ed25519;

namespace Fapi.Sdk.Ed25519;

/// <summary>Signs with Ed25519 (RFC 8032), in base64.</summary>
[DebuggerDisplay("Ed25519 signer")]
public sealed class Ed25519Signer : IRequestSigner, IDisposable
{
    private const int SignatureLength = 64;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[] _seed;

    private readonly byte[] _publicKey;
    private volatile bool _isDisposed;

    /// <summary>Creates a signer.</summary>
    /// <param name="seed">The 32 bytes that RFC 8032 calls the private key.</param>
    /// <exception cref="ArgumentException">There are not 32 bytes.</exception>
    public Ed25519Signer(byte[] seed)
        : this(seed?.Length == Ed25519PrivateKeyParameters.KeySize
            ? new Ed25519PrivateKeyParameters(seed, 0)
            : throw new ArgumentException($"An Ed25519 private key has {Ed25519PrivateKeyParameters.KeySize} bytes, not {seed?.Length ?? 0}.", nameof(seed)))
    {
    }

    internal Ed25519Signer(Ed25519PrivateKeyParameters key) => (_seed, _publicKey) = (key.GetEncoded(), key.GeneratePublicKey().GetEncoded());

    /// <summary>Reads a private key.</summary>
    /// <param name="pem">PEM text: <c>PRIVATE KEY</c> or, with a passphrase, <c>ENCRYPTED PRIVATE KEY</c>.</param>
    /// <param name="passphrase">Passphrase of an encrypted key; null when it has none.</param>
    /// <exception cref="FormatException">The text is not an Ed25519 key in PEM, or the passphrase does not open it.
    /// Holds nothing of the key.</exception>
    public static Ed25519Signer FromPem(string pem, string? passphrase = null) =>
        new(PrivateKeys.ReadEd25519(pem ?? throw new ArgumentNullException(nameof(pem)), passphrase));

    /// <inheritdoc/>
    public int MaxSignatureLength => Base64.GetMaxEncodedToUtf8Length(SignatureLength);

    /// <inheritdoc/>
    public ValueTask<int> SignAsync(ReadOnlyMemory<byte> text, Memory<byte> signature, CancellationToken cancellationToken)
    {
        var raw = new byte[SignatureLength];
        Rfc8032.Sign(_seed, 0, _publicKey, 0, text.ToArray(), 0, text.Length, raw, 0);
        if (_isDisposed)
        {
            throw new ObjectDisposedException(nameof(Ed25519Signer), "The signer was disposed; its key is gone.");
        }

        Base64.EncodeToUtf8(raw, signature.Span, out _, out var written);
        return new ValueTask<int>(written);
    }

    /// <summary>Zeroes the key; a call that signs at this moment fails.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        Array.Clear(_seed, 0, _seed.Length);
    }
}
