using System.Security.Cryptography;

namespace Fapi.Sandbox;

internal sealed class RsaVerifier(string publicKeyPem) : ISignatureVerifier
{
    private readonly RSAParameters publicKey = ReadPublicKey(publicKeyPem);

    // An RSA instance is not safe for concurrent use, and the sandbox has no end of life for a key at which to dispose it.
    public bool Verify(ReadOnlySpan<byte> signedText, string signature)
    {
        var sent = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, sent, out var length))
        {
            return false;
        }

        using var rsa = RSA.Create(publicKey);
        return rsa.VerifyData(
            signedText, sent.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static RSAParameters ReadPublicKey(string pem)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return rsa.ExportParameters(includePrivateParameters: false);
    }
}
