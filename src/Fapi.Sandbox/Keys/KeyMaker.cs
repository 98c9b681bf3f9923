using System.Security.Cryptography;
using NSec.Cryptography;

namespace Fapi.Sandbox.Keys;

/// <summary>Makes keys: random ones, or with a seed the same ones each time, private RSA keys excepted.</summary>
internal sealed class KeyMaker(int? seed)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly byte[] _root = seed is { } value
        ? SHA256.HashData(BitConverter.GetBytes(value))
        : RandomNumberGenerator.GetBytes(32);

    public SandboxKey Make(string account, SandboxKeyKind kind) =>
        new(kind, Text($"{account}/{kind}/api"), kind switch
        {
            SandboxKeyKind.Hmac => () => MakeHmac(account),
            SandboxKeyKind.Rsa => MakeRsa,
            _ => () => MakeEd25519(account),
        });

    private KeyMaterial MakeHmac(string account)
    {
        var secret = Text($"{account}/hmac");
        return new KeyMaterial(secret, SignatureVerifiers.CreateHmac(secret));
    }

    private KeyMaterial MakeEd25519(string account)
    {
        using var key = Key.Import(
            SignatureAlgorithm.Ed25519, Bytes($"{account}/ed25519", 32), KeyBlobFormat.RawPrivateKey,
            new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });
        string Export(KeyBlobFormat format) => Encoding.ASCII.GetString(key.Export(format));
        var verifier = SignatureVerifiers.CreateEd25519(Export(KeyBlobFormat.PkixPublicKeyText));
        return new KeyMaterial(Export(KeyBlobFormat.PkixPrivateKeyText), verifier);
    }

    // The platform makes no RSA key from a seed, and arithmetic of our own is not worth having one.
    private static KeyMaterial MakeRsa()
    {
        using var rsa = RSA.Create(2048);
        var verifier = SignatureVerifiers.CreateRsa(rsa.ExportSubjectPublicKeyInfoPem());
        return new KeyMaterial(rsa.ExportPkcs8PrivateKeyPem(), verifier);
    }

    private string Text(string purpose) =>
        string.Concat(Bytes(purpose, 64).Select(value => Alphabet[value % Alphabet.Length]));

    private byte[] Bytes(string purpose, int length) =>
        HKDF.Expand(HashAlgorithmName.SHA256, _root, length, Encoding.UTF8.GetBytes(purpose));
}
