using System.Buffers;
using System.Security.Cryptography;
using NSec.Cryptography;

namespace Fapi.Sandbox.Keys;

/// <param name="signedText">The bytes as they were received, without the signature itself.</param>
/// <param name="signature">The signature after percent-decoding.</param>
internal delegate bool SignatureVerifier(ReadOnlySpan<byte> signedText, string signature);

/// <param name="PrivateText">HMAC secret, or private key as PKCS#8 PEM; null when only the public half is here.</param>
/// <param name="Verifier">Checks signatures that were made with it.</param>
internal sealed record KeyMaterial(string? PrivateText, SignatureVerifier Verifier)
{
    public override string ToString() => nameof(KeyMaterial);
}

/// <summary>One verifier for each kind of key.</summary>
internal static class SignatureVerifiers
{
    public static SignatureVerifier CreateHmac(string secret)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        return (signedText, signature) =>
        {
            Span<byte> sent = stackalloc byte[HMACSHA256.HashSizeInBytes];
            return signature.Length == sent.Length * 2
                && Convert.FromHexString(signature, sent, out _, out _) == OperationStatus.Done
                && CryptographicOperations.FixedTimeEquals(sent, HMACSHA256.HashData(key, signedText));
        };
    }

    /// <exception cref="ArgumentException">The kind has no public key, or the PEM holds none of that kind.</exception>
    public static SignatureVerifier CreatePublic(SandboxKeyKind kind, string publicKeyPem)
    {
        try
        {
            return kind switch
            {
                SandboxKeyKind.Rsa => CreateRsa(publicKeyPem),
                SandboxKeyKind.Ed25519 => CreateEd25519(publicKeyPem),
                _ => throw new ArgumentException(
                    $"A key of kind {kind} has no public half; use {nameof(SandboxKey.FromSecret)}.", nameof(kind)),
            };
        }
        catch (Exception e) when (e is FormatException or CryptographicException ||
            (e is ArgumentException && kind == SandboxKeyKind.Rsa))
        {
            throw new ArgumentException(
                $"The PEM does not hold a public key of kind {kind}; it has to start with BEGIN PUBLIC KEY.",
                nameof(publicKeyPem), e);
        }
    }

    public static SignatureVerifier CreateRsa(string publicKeyPem)
    {
        using var reader = RSA.Create();
        reader.ImportFromPem(publicKeyPem);
        var publicKey = reader.ExportParameters(includePrivateParameters: false);

        // An RSA instance is not safe for concurrent use, and a key has no end of life at which to dispose one.
        return (signedText, signature) =>
        {
            using var rsa = RSA.Create(publicKey);
            return Decode(signature) is { } sent &&
                rsa.VerifyData(signedText, sent, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        };
    }

    public static SignatureVerifier CreateEd25519(string publicKeyPem)
    {
        var publicKey = PublicKey.Import(
            SignatureAlgorithm.Ed25519, Encoding.ASCII.GetBytes(publicKeyPem), KeyBlobFormat.PkixPublicKeyText);
        return (signedText, signature) =>
            Decode(signature) is { } sent && SignatureAlgorithm.Ed25519.Verify(publicKey, signedText, sent);
    }

    private static byte[]? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }
}
