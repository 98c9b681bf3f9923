using System.Security.Cryptography;
using Fapi.Sdk.Signing;

namespace Fapi.Sdk.Tests.Signing;

public sealed class RsaSignerTests : IDisposable
{
    private const string Text = "symbol=BTCUSDT&leverage=21&timestamp=1736393892000";
    private readonly RSA _key = RSA.Create(2048);

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData("PRIVATE KEY")]
    [InlineData("RSA PRIVATE KEY")]
    [InlineData("ENCRYPTED PRIVATE KEY")]
    public async Task Key_in_each_form_of_pem_signs(string label)
    {
        var pem = label switch
        {
            "PRIVATE KEY" => _key.ExportPkcs8PrivateKeyPem(),
            "RSA PRIVATE KEY" => _key.ExportRSAPrivateKeyPem(),
            _ =>
                _key.ExportEncryptedPkcs8PrivateKeyPem("correct horse",
                    new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)),
        };
        Assert.Contains($"BEGIN {label}", pem, StringComparison.Ordinal);

        using var signer = RsaSigner.FromPem(pem, "correct horse");
        var signature = Convert.FromBase64String(await signer.SignTextAsync(Text));

        Assert.True(
            _key.VerifyData(
                Encoding.ASCII.GetBytes(Text), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.False(
            _key.VerifyData(
                Encoding.ASCII.GetBytes(Text + "1"), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Theory]
    [InlineData(null, "no passphrase")]
    [InlineData("wrong", "passphrase is wrong")]
    public void Encrypted_key_with_a_bad_passphrase_is_refused(string? passphrase, string reason)
    {
        var pem = _key.ExportEncryptedPkcs8PrivateKeyPem(
            "right", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));

        var error = Assert.Throws<FormatException>(() => RsaSigner.FromPem(pem, passphrase));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_no_key_is_refused_without_being_quoted()
    {
        var error = Assert.Throws<FormatException>(() => RsaSigner.FromPem("hunter2"));

        Assert.Contains("PEM", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_key_is_refused_without_being_quoted()
    {
        var pem = _key.ExportPkcs8PrivateKeyPem().Replace("MII", "MI!", StringComparison.Ordinal);

        var error = Assert.Throws<FormatException>(() => RsaSigner.FromPem(pem));

        Assert.DoesNotContain(pem.Split('\n')[1], error.ToString(), StringComparison.Ordinal);
    }
}
