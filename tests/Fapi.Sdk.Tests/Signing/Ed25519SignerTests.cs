using System.Security.Cryptography;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;

namespace Fapi.Sdk.Tests.Signing;

public sealed class Ed25519SignerTests
{
    /// <summary>RFC 8032, section 7.1, tests 1 to 3: private key, message, signature.</summary>
    public static TheoryData<string, string, string> Rfc8032 => new()
    {
        {
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        },
        {
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        },
        {
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        },
    };

    [Theory]
    [MemberData(nameof(Rfc8032))]
    public async Task Vectors_of_the_rfc_are_met(string seed, string message, string signature)
    {
        var signer = new Ed25519Signer(Convert.FromHexString(seed));
        var signed = new byte[signer.MaxSignatureLength];

        var length = await signer.SignAsync(
            Convert.FromHexString(message), signed, TestContext.Current.CancellationToken);

        Assert.Equal(
            Convert.ToBase64String(Convert.FromHexString(signature)), Encoding.ASCII.GetString(signed, 0, length));
    }

    [Fact]
    public async Task Key_is_read_from_pem()
    {
        var signer = Ed25519Signer.FromPem(Pem(Rfc8032Seed));

        Assert.Equal(await new Ed25519Signer(Rfc8032Seed).SignTextAsync("a=1"), await signer.SignTextAsync("a=1"));
    }

    [Fact]
    public void Kind_of_a_key_is_found_by_reading_it()
    {
        using var rsa = RSA.Create(2048);
        var read = new FapiClientOptions().UseEd25519().PrivateKeyReader;

        Assert.IsType<Ed25519Signer>(read(Pem(Rfc8032Seed), null));
        Assert.IsType<RsaSigner>(read(rsa.ExportPkcs8PrivateKeyPem(), null));
    }

    [Fact]
    public void Encrypted_rsa_key_is_found_too()
    {
        using var rsa = RSA.Create(2048);
        var pem = rsa.ExportEncryptedPkcs8PrivateKeyPem(
            "right", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        var read = new FapiClientOptions().UseEd25519().PrivateKeyReader;

        Assert.IsType<RsaSigner>(read(pem, "right"));
        Assert.Contains(
            "passphrase", Assert.Throws<FormatException>(() => read(pem, null)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "passphrase", Assert.Throws<FormatException>(() => read(pem, "wrong")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_package_an_ed25519_key_is_refused_with_a_hint()
    {
        var error = Assert.Throws<FormatException>(
            () => new FapiClientOptions().PrivateKeyReader(Pem(Rfc8032Seed), null));

        Assert.Contains("Fapi.Sdk.Ed25519", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hunter2")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----")]
    public void Text_that_is_no_key_is_refused_without_being_quoted(string pem)
    {
        Assert.DoesNotContain("hunter2", Assert.Throws<FormatException>(() => Ed25519Signer.FromPem(pem)).ToString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "hunter2",
            Assert.Throws<FormatException>(() => new FapiClientOptions().UseEd25519().PrivateKeyReader(pem, null))
                .ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Seed_of_another_length_is_refused() =>
        Assert.Contains(
            "32 bytes, not 31", Assert.Throws<ArgumentException>(() => new Ed25519Signer(new byte[31])).Message,
            StringComparison.Ordinal);

    private static byte[] Rfc8032Seed =>
        Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    // RFC 8410: version, algorithm 1.3.101.112, the seed as an octet string in an octet string.
    private static string Pem(byte[] seed) =>
        PemEncoding.WriteString("PRIVATE KEY", [.. Convert.FromHexString("302e020100300506032b657004220420"), .. seed]);
}
