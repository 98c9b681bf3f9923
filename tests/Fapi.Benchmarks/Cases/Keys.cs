using System.Security.Cryptography;
using NSec.Cryptography;

namespace Fapi.Benchmarks.Cases;

/// <summary>One key of each kind, made for this run.</summary>
internal sealed class Keys : IDisposable
{
    // As long as those of the exchange.
    internal string ApiKey { get; } = RandomNumberGenerator.GetHexString(64, lowercase: true);

    internal string Secret { get; } = RandomNumberGenerator.GetHexString(64, lowercase: true);

    internal RSA Rsa { get; } = RSA.Create(2048);

    internal Key Ed25519 { get; } = Key.Create(SignatureAlgorithm.Ed25519,
        new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });

    /// <summary>The 32 bytes that RFC 8032 calls the private key.</summary>
    internal byte[] Ed25519Seed => Ed25519.Export(KeyBlobFormat.RawPrivateKey);

    public void Dispose()
    {
        Rsa.Dispose();
        Ed25519.Dispose();
    }
}

internal enum KeyKind
{
    Hmac,
    Rsa,
    Ed25519,
}
