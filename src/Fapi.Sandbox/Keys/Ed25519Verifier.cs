using System.Text;
using NSec.Cryptography;

namespace Fapi.Sandbox;

internal sealed class Ed25519Verifier(string publicKeyPem) : ISignatureVerifier
{
    private readonly PublicKey publicKey = PublicKey.Import(
        SignatureAlgorithm.Ed25519, Encoding.ASCII.GetBytes(publicKeyPem), KeyBlobFormat.PkixPublicKeyText);

    public bool Verify(ReadOnlySpan<byte> signedText, string signature)
    {
        var sent = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, sent, out var length)
            && SignatureAlgorithm.Ed25519.Verify(publicKey, signedText, sent.AsSpan(0, length));
    }
}
