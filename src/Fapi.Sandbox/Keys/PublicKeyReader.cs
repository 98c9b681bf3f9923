using System.Security.Cryptography;

namespace Fapi.Sandbox;

internal static class PublicKeyReader
{
    public static ISignatureVerifier Read(SandboxKeyKind kind, string publicKeyPem)
    {
        try
        {
            return kind switch
            {
                SandboxKeyKind.Rsa => new RsaVerifier(publicKeyPem),
                SandboxKeyKind.Ed25519 => new Ed25519Verifier(publicKeyPem),
                _ => throw new ArgumentException(
                    $"A key of kind {kind} has no public half; use {nameof(SandboxKey)}.{nameof(SandboxKey.FromSecret)}.",
                    nameof(kind)),
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
}
