using System.Security.Cryptography;
using Fapi.Sandbox;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Options;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>A known key of one kind, with characters in it that every escaping changes; the private ones stand in
/// files, one of them encrypted.</summary>
internal sealed class PlantedKey : IDisposable
{
    internal const string Passphrase = "c0rrect h0rse+battery/staple=\"1\"";
    internal const string Secret = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3+/jInCl\"<VN65XAbvqqM6A7H5é&j0j";

    // Algorithm and parameters, which many keys have in common.
    private const int HeaderLength = 128;

    // RFC 8032, section 7.1, test 1.
    private static readonly byte[] Seed = Convert.FromHexString(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    private readonly SandboxKeyKind _kind;
    private readonly List<(string Name, byte[] Bytes)> _private = [];
    private readonly string _file = Path.GetTempFileName();

    internal PlantedKey(SandboxKeyKind kind)
    {
        _kind = kind;
        ApiKey = Convert.ToBase64String(SHA512.HashData(Encoding.ASCII.GetBytes(kind.ToString())));
        Sandbox = kind switch
        {
            SandboxKeyKind.Hmac => SandboxKey.FromSecret(ApiKey, Secret),
            SandboxKeyKind.Rsa => Rsa(),
            _ => Ed25519(),
        };
    }

    internal string ApiKey { get; }

    /// <summary>What the exchange knows of it.</summary>
    internal SandboxKey Sandbox { get; }

    internal string File => _file;

    public void Dispose() => System.IO.File.Delete(_file);

    internal void Configure(FapiClientOptions options)
    {
        options.ApiKey = ApiKey;
        if (_kind == SandboxKeyKind.Hmac)
        {
            options.ApiSecret = Secret;
        }
        else
        {
            options.PrivateKeyFile = _file;
            options.PrivateKeyPassphrase = Passphrase;
            options.UseEd25519();
        }
    }

    internal void PlantIn(SecretSearch search)
    {
        search.Plant($"API key ({_kind})", ApiKey).Plant("passphrase", Passphrase).Plant("HMAC secret", Secret);
        _private.ForEach(part => search.Plant($"{part.Name} ({_kind})", part.Bytes));
    }

    private SandboxKey Rsa()
    {
        using var rsa = RSA.Create(2048);
        var encrypted = rsa.ExportEncryptedPkcs8PrivateKey(
            Passphrase, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        var key = rsa.ExportParameters(includePrivateParameters: true);
        _private.AddRange(
        [
            ("encrypted private key", encrypted[HeaderLength..]),
            ("D", key.D!), ("P", key.P!), ("Q", key.Q!), ("DP", key.DP!), ("DQ", key.DQ!), ("InverseQ", key.InverseQ!),
        ]);
        System.IO.File.WriteAllText(_file, PemEncoding.WriteString("ENCRYPTED PRIVATE KEY", encrypted));
        return SandboxKey.FromPublicKey(SandboxKeyKind.Rsa, ApiKey, rsa.ExportSubjectPublicKeyInfoPem());
    }

    private SandboxKey Ed25519()
    {
        // RFC 8410: version, algorithm 1.3.101.112, the key as an octet string in an octet string.
        byte[] pkcs8 = [.. Convert.FromHexString("302e020100300506032b657004220420"), .. Seed];
        byte[] spki = [
            .. Convert.FromHexString(
                "302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")];
        _private.Add(("seed", Seed));
        System.IO.File.WriteAllText(_file, PemEncoding.WriteString("PRIVATE KEY", pkcs8));
        return SandboxKey.FromPublicKey(SandboxKeyKind.Ed25519, ApiKey, PemEncoding.WriteString("PUBLIC KEY", spki));
    }
}
