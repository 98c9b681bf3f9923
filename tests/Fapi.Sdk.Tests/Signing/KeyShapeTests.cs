using System.Security.Cryptography;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;

namespace Fapi.Sdk.Tests.Signing;

/// <summary>Whatever is given as a private key is used, or named with what to do about it; never quoted.</summary>
public sealed class KeyShapeTests
{
    private const string Passphrase = "correct horse";

    private static readonly PbeParameters Encryption = new(
        PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
    private static readonly RSA Rsa = RSA.Create(2048);
    private static readonly ECDsa Ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    // RFC 8410: algorithm, then the seed of RFC 8032, section 7.1, test 1.
    private static readonly byte[] Ed25519 = Convert.FromHexString(
        "302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    private static readonly string Ed25519Pem = PemEncoding.WriteString("PRIVATE KEY", Ed25519);

    private static readonly Func<string, string?, IRequestSigner> Plain = new FapiClientOptions().PrivateKeyReader;
    private static readonly Func<string, string?, IRequestSigner> WithEd25519 =
        new FapiClientOptions().UseEd25519().PrivateKeyReader;

    public static TheoryData<string, string> Readable => new()
    {
        { "as it is", Ed25519Pem },
        { "line breaks of Windows", Ed25519Pem.Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "line breaks as two characters", Ed25519Pem.Replace("\n", "\\n", StringComparison.Ordinal) },
        { "line breaks of Windows as two characters", Ed25519Pem.Replace("\n", "\\r\\n", StringComparison.Ordinal) },
        { "blanks in place of line breaks", Ed25519Pem.Replace('\n', ' ') },
        { "indented as in YAML", "  " + Ed25519Pem.Replace("\n", "\n    ", StringComparison.Ordinal) },
        { "byte order mark", $"\uFEFF{Ed25519Pem}" },
        { "quotes around it", $"\"{Ed25519Pem}\"" },
        { "public key before it",
            "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END "
                + $"PUBLIC KEY-----\n{Ed25519Pem}" },
        { "text before it", $"Bag Attributes\n    friendlyName: key\n{Ed25519Pem}" },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task Key_is_read_whatever_stands_around_it(string name, string text)
    {
        _ = name;
        var expected = await Ed25519Signer.FromPem(Ed25519Pem).SignTextAsync("a=1");

        Assert.Equal(expected, await Ed25519Signer.FromPem(text).SignTextAsync("a=1"));
        Assert.Equal(expected, await WithEd25519(text, null).SignTextAsync("a=1"));
    }

    [Fact]
    public async Task Rsa_key_is_read_in_each_form_by_both_readers()
    {
        var expected = await RsaSigner.FromPem(Rsa.ExportPkcs8PrivateKeyPem()).SignTextAsync("a=1");
        string[] texts =
        [
            Rsa.ExportRSAPrivateKeyPem().Replace("\n", "\\n", StringComparison.Ordinal),
            $"{Rsa.ExportSubjectPublicKeyInfoPem()}\n{Rsa.ExportPkcs8PrivateKeyPem()}",
            Rsa.ExportEncryptedPkcs8PrivateKeyPem(Passphrase, Encryption).Replace('\n', ' '),
        ];

        foreach (var text in texts)
        {
            Assert.Equal(expected, await Plain(text, Passphrase).SignTextAsync("a=1"));
            Assert.Equal(expected, await WithEd25519(text, Passphrase).SignTextAsync("a=1"));
        }
    }

    public static TheoryData<string, string> Unusable => new()
    {
        { "holds nothing", "" },
        { "holds nothing", " \n" },
        { "holds no key in PEM", "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j" },
        { "not the path of its file", "/run/secrets/key.pem" },
        { "holds an EC private key", Ec.ExportPkcs8PrivateKeyPem() },
        { "holds an EC private key", Ec.ExportECPrivateKeyPem() },
        { "holds an EC private key",
            "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC "
                + $"PARAMETERS-----\n{Ec.ExportECPrivateKeyPem()}" },
        { "holds a public key. Give the private key", Rsa.ExportSubjectPublicKeyInfoPem() },
        { "holds a public key. Give the private key", Rsa.ExportRSAPublicKeyPem() },
        { "holds a public key in OpenSSH's own format",
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea me@desk" },
        { "holds a certificate", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----" },
        { "OpenSSH's own format. Convert",
            "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE=\n-----END OPENSSH PRIVATE KEY-----" },
        { "encrypted in the old OpenSSL way, which is weak. Convert",
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nhunter2\n-----END "
                + "RSA PRIVATE KEY-----" },
        { "holds an X25519 private key",
            PemEncoding.WriteString(
                "PRIVATE KEY",
                Convert.FromHexString(
                    "302e020100300506032b656e042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")) },
        { "holds an RSA-PSS private key",
            PemEncoding.WriteString(
                "PRIVATE KEY", Convert.FromHexString("3012020100300b06092a864886f70d01010a040100")) },
        { "unknown kind, or one that is damaged",
            PemEncoding.WriteString("PRIVATE KEY", [0x30, 0x03, 0x02, 0x01, 0x00]) },
        { "cut off: its END line is missing. Copy it whole", Ed25519Pem.Split("-----END")[0] },
        { "damaged: between its lines stands more than base64",
            Ed25519Pem.Replace("MC4C", "MC?C", StringComparison.Ordinal) },
        { "the base64 of a key without the lines around it. Put -----BEGIN", Convert.ToBase64String(Ed25519) },
        { "the base64 of a key without the lines around it. Put -----BEGIN",
            Convert.ToBase64String(Rsa.ExportRSAPrivateKey(), Base64FormattingOptions.InsertLineBreaks) },
        { "binary data, such as DER or PKCS#12. Convert", System.Text.Encoding.UTF8.GetString(Ed25519) },
        { "JSON, such as a JWK. Convert",
            """{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"}""" },
        { "a key of PuTTY. Export", "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none" },
        { "a PGP key", "-----BEGIN PGP PRIVATE KEY BLOCK-----\nhunter2\n-----END PGP PRIVATE KEY BLOCK-----" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Text_that_cannot_sign_is_named_alike_by_every_reader(string sentence, string text)
    {
        foreach (var read in new[] { Plain, WithEd25519, (pem, passphrase) => Ed25519Signer.FromPem(pem, passphrase) })
        {
            var error = Assert.Throws<FormatException>(() => read(text, null));

            Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("Fapi.Sdk.Ed25519", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
            Assert.All(
                text.Split('\n').Where(line => line.Length > 16 && !line.StartsWith("----", StringComparison.Ordinal)),
                line => Assert.DoesNotContain(line, error.ToString(), StringComparison.Ordinal));
        }
    }

    public static TheoryData<string, string, string?> OtherKinds => new()
    {
        { "holds an Ed25519 private key. Install the package Fapi.Sdk.Ed25519 and call UseEd25519()", "rsa", null },
        { "holds an RSA private key. Use RsaSigner", "ed25519", null },
        { "is not an Ed25519 key", "ed25519", Passphrase },
        { "neither an Ed25519 nor an RSA key", "both", Passphrase },
    };

    [Theory]
    [MemberData(nameof(OtherKinds))]
    public void Key_of_another_kind_is_named_with_the_reader_that_takes_it(
        string sentence, string reader, string? passphrase)
    {
        var (read, text) = reader switch
        {
            "rsa" => (Plain, Ed25519Pem),
            "ed25519" when passphrase is null =>
                ((pem, secret) => Ed25519Signer.FromPem(pem, secret), Rsa.ExportPkcs8PrivateKeyPem()),
            "ed25519" =>
                ((pem, secret) => Ed25519Signer.FromPem(pem, secret),
                    Rsa.ExportEncryptedPkcs8PrivateKeyPem(Passphrase, Encryption)),
            _ => (WithEd25519, Ec.ExportEncryptedPkcs8PrivateKeyPem(Passphrase, Encryption)),
        };

        Assert.Contains(
            sentence, Assert.Throws<FormatException>(() => read(text, passphrase)).Message, StringComparison.Ordinal);
    }
}
