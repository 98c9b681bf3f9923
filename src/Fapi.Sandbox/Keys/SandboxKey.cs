using System.Diagnostics;
using Fapi.Sandbox.Keys;

namespace Fapi.Sandbox;

/// <summary>An API key of a sandbox account, with what a client needs to sign requests with it.</summary>
/// <remarks>Neither <see cref="ToString"/> nor the debugger's display shows a secret; only the properties do.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class SandboxKey
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Lazy<KeyMaterial> _material;

    internal SandboxKey(SandboxKeyKind kind, string apiKey, Func<KeyMaterial> make)
    {
        Kind = kind;
        ApiKey = apiKey;
        _material = new Lazy<KeyMaterial>(make);
    }

    /// <summary>Kind of the key: the way in which it signs requests.</summary>
    public SandboxKeyKind Kind { get; }

    /// <summary>Value of the API key header.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; }

    /// <summary>The shared secret of an HMAC key.</summary>
    /// <exception cref="InvalidOperationException">The key is of another kind.</exception>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Secret => Kind == SandboxKeyKind.Hmac
        ? _material.Value.PrivateText!
        : throw new InvalidOperationException(
            $"A key of kind {Kind} has no shared secret; read {nameof(PrivateKeyPem)} instead.");

    /// <summary>The private key of an RSA or Ed25519 key as unencrypted PKCS#8 PEM.</summary>
    /// <remarks>An RSA key is made at the first reading, which can take some 100 ms.</remarks>
    /// <exception cref="InvalidOperationException">It is an HMAC key, or only its public half is known.</exception>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string PrivateKeyPem => Kind == SandboxKeyKind.Hmac
        ? throw new InvalidOperationException($"An HMAC key has no private key; read {nameof(Secret)} instead.")
        : _material.Value.PrivateText ?? throw new InvalidOperationException(
            "Only the public half of this key was registered; the private one is with the caller.");

    /// <summary>An HMAC key with a given secret, to register with <see cref="SandboxAccount.AddKey"/>.</summary>
    /// <param name="apiKey">Value of the API key header.</param>
    /// <param name="secret">The shared secret.</param>
    /// <returns>The key.</returns>
    public static SandboxKey FromSecret(string apiKey, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(apiKey);
        ArgumentException.ThrowIfNullOrEmpty(secret);
        return new SandboxKey(SandboxKeyKind.Hmac, apiKey, () => new(secret, SignatureVerifiers.CreateHmac(secret)));
    }

    /// <summary>An RSA or Ed25519 key whose public half alone the exchange knows, as with a real one.</summary>
    /// <param name="kind"><see cref="SandboxKeyKind.Rsa"/> or <see cref="SandboxKeyKind.Ed25519"/>.</param>
    /// <param name="apiKey">Value of the API key header.</param>
    /// <param name="publicKeyPem">Public key as PEM (<c>BEGIN PUBLIC KEY</c>).</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">The kind has no public key, or the PEM holds none of that kind.</exception>
    public static SandboxKey FromPublicKey(SandboxKeyKind kind, string apiKey, string publicKeyPem)
    {
        ArgumentException.ThrowIfNullOrEmpty(apiKey);
        ArgumentException.ThrowIfNullOrEmpty(publicKeyPem);
        var verifier = SignatureVerifiers.CreatePublic(kind, publicKeyPem);
        return new SandboxKey(kind, apiKey, () => new KeyMaterial(null, verifier));
    }

    /// <summary>Kind and the first characters of the API key; never the secret.</summary>
    /// <returns>A text that may be logged.</returns>
    public override string ToString() => $"{Kind} key {ApiKey.AsSpan(0, Math.Min(4, ApiKey.Length / 2))}…";

    internal bool Verify(ReadOnlySpan<byte> signedText, string signature) =>
        _material.Value.Verifier(signedText, signature);
}

/// <summary>The kinds of API key that the exchange knows; they differ in how a request is signed.</summary>
public enum SandboxKeyKind
{
    /// <summary>HMAC-SHA256 with a shared secret, signature in hex of either case.</summary>
    Hmac,

    /// <summary>RSA, PKCS#1 v1.5 padding with SHA-256, signature in base64.</summary>
    Rsa,

    /// <summary>Ed25519, signature in base64.</summary>
    Ed25519,
}
