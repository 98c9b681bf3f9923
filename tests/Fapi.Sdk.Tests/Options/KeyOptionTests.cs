using System.Security.Cryptography;
using Fapi.Sdk.Accounts;
using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;
using Microsoft.Extensions.Options;

namespace Fapi.Sdk.Tests.Options;

/// <summary>What was copied along with a key is found before anything is sent, and a key in the wrong place is not shown.</summary>
public sealed class KeyOptionTests
{
    private const string Key = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    private static readonly string Pem = PemEncoding.WriteString("PRIVATE KEY", Convert.FromHexString("302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    private static readonly string Base64 = Pem.Split('\n')[1];

    public static TheoryData<string, string> Faults => new()
    {
        { "holds a line break", $"{Key}\n" },
        { "holds a line break", $"{Key}\r\n" },
        { "holds a line break", $"{Key[..20]}\n{Key[20..]}" },
        { "ends with a line break written as \\n", $"{Key}\\n" },
        { "holds a blank", $" {Key}" },
        { "holds a blank", $"{Key}\t" },
        { "holds a blank", $"{Key[..20]} {Key[20..]}" },
        { "holds a blank", $"{Key}\u00A0" },
        { "has quotes around it", $"\"{Key}\"" },
        { "has quotes around it", $"'{Key}'" },
        { "has quotes around it", $"{Key}\"" },
        { "has quotes around it", $"“{Key}”" },
        { "holds a byte order mark", $"\uFEFF{Key}" },
        { "holds the invisible character U+200B", $"{Key}\u200B" },
        { "holds the invisible character U+0000", $"{Key}\0" },
        { "holds an Ed25519 private key, and has to be one line of text.", Pem },
        { "holds an Ed25519 private key, and has to be one line of text.", Pem.Replace("\n", "\\n", StringComparison.Ordinal) },
        { "holds a public key, and has to be one line of text.", "-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----" },
        { "holds the base64 of a key without the lines around it, and has to be one line of text.", Base64 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_of_a_key_or_secret_is_told_without_quoting_it(string fault, string text)
    {
        foreach (var (name, set) in new (string, Action<FapiClientOptions>)[] { ("ApiKey", o => o.ApiKey = text), ("ApiSecret", o => o.ApiSecret = text) })
        {
            AssertRefused($"{name} {fault}", set);
        }

        Assert.Contains($"The API secret {fault}", Assert.Throws<ArgumentException>(() => new HmacSha256Signer(text)).Message, StringComparison.Ordinal);
        Assert.Contains($"The API key {fault}", Assert.Throws<ArgumentException>(() => new FapiCredentials(text, null)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Key)]
    [InlineData("x")]
    [InlineData("with\"quotes'in-the+middle/=")]
    [InlineData("é币安")]
    [InlineData("back\\nslash")]
    [InlineData("MIIBVwIBADANBgkqhkiG9w0BAQEFAASCAT8wggE7AgEAAkEAq7BFUpkGp3+LQmlQ")]
    public void Secret_without_a_fault_is_accepted(string secret) => Assert.NotNull(Create(o => o.ApiSecret = secret));

    [Theory]
    [InlineData("with\"quote", "ApiKey holds a quote")]
    [InlineData("with`quote", "ApiKey holds a quote")]
    [InlineData("é币安", "ApiKey holds a character that a header cannot carry")]
    public void Api_key_is_what_a_header_can_carry(string key, string sentence) => AssertRefused(sentence, o => o.ApiKey = key);

    [Theory]
    [InlineData("line\n")]
    [InlineData("\uFEFFmark")]
    public void Passphrase_with_something_copied_along_is_refused(string passphrase) =>
        AssertRefused("PrivateKeyPassphrase holds a line break, a byte order mark", o => o.PrivateKeyPassphrase = passphrase);

    [Fact]
    public void Passphrase_may_hold_blanks_and_quotes() => Assert.NotNull(Create(o => o.PrivateKeyPassphrase = " \"two words\" "));

    public static TheoryData<string, string> KeysAsPaths => new()
    {
        { "PrivateKeyFile holds the private key itself", Pem },
        { "PrivateKeyFile holds the private key itself", $"\"{Pem}\"" },
        { "PrivateKeyFile holds the private key itself", $" \n{Pem}" },
        { "PrivateKeyFile holds the private key itself", Pem.Replace("\n", "\\n", StringComparison.Ordinal) },
        { "PrivateKeyFile holds the private key itself", Pem.Split("-----END")[0] },
        { "PrivateKeyFile holds the private key itself", Base64 },
        { "PrivateKeyFile holds the private key itself", $"'{Base64}'" },
        { "PrivateKeyFile holds the private key itself", $"\n{Base64}" },
        { "PrivateKeyFile is no path", Key },
        { "PrivateKeyFile has quotes", $"\"{Key}\"" },
        { "PrivateKeyFile has quotes or blanks", $" {Key}" },
        { "PrivateKeyFile is no path", "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60" },
        { "PrivateKeyFile is no path", "9d:61:b1:9d:ef:fd:5a:60:ba:84:4a:f4:92:ec:2c:c4:44:49:c5:69:7b:32:69:19:70:3b:ac:03:1c:ae:7f:60" },
        { "PrivateKeyFile is no path", "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A" },
        { "PrivateKeyFile is no path", """{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"}""" },
        { "PrivateKeyFile is no path", "/9j+hunter2hunter2/hunter2hunter2=" },
        { "PrivateKeyFile is no path", "hunter2" },
        { "PrivateKeyFile is empty", "" },
    };

    [Theory]
    [MemberData(nameof(KeysAsPaths))]
    public void Private_key_file_that_is_no_path_is_never_shown(string sentence, string file) =>
        AssertRefused(sentence, o => (o.ApiSecret, o.PrivateKeyFile) = (null, file), file);

    [Theory]
    [InlineData("/run/secrets/binance")]
    [InlineData("key.pem")]
    [InlineData("keys/my-key-2026.pem")]
    [InlineData("~/keys/ed25519.pem")]
    [InlineData("C:\\Users\\me\\key.pem")]
    [InlineData("/home/me/a b/key.pem")]
    public void Private_key_file_that_looks_like_a_path_is_shown(string file) =>
        Assert.Contains($"PrivateKeyFile is '{file}', which does not exist", Refused(o => (o.ApiSecret, o.PrivateKeyFile) = (null, file)), StringComparison.Ordinal);

    [Fact]
    public void Key_in_the_place_of_a_name_or_an_address_is_not_shown()
    {
        AssertRefused("BaseAddress is no address", o => o.BaseAddress = new Uri(Key, UriKind.Relative), Key);
        AssertRefused("BaseAddress is no address", o => o.BaseAddress = new Uri($"https://fapi.binance.com/?apiKey={Key}"), Key);
        AssertRefused("Account holds the key or its secret", o => (o.Account, o.ApiKey) = ($"desk {Key}", Key), Key);
        AssertRefused("Account holds the key or its secret", o => (o.Account, o.ApiSecret) = (Key, Key), Key);
        AssertRefused("TracedParameters holds the key or its secret", o =>
        {
            o.ApiKey = Key;
            o.TracedParameters.Add(Key);
        }, Key);
        Assert.NotNull(Create(o => (o.Account, o.ApiKey) = ("the-key of the desk", "the-key")));
    }

    private static void AssertRefused(string sentence, Action<FapiClientOptions> set, string hidden = Key)
    {
        var message = Refused(set);

        Assert.Contains(sentence, message, StringComparison.Ordinal);
        Assert.All(hidden.Split('\n').Append(Base64).Append(Key).Append("hunter2").Where(line => line.Length > 6 && line[0] != '-'), line => Assert.DoesNotContain(line, message, StringComparison.Ordinal));
    }

    private static string Refused(Action<FapiClientOptions> set) => Assert.Throws<OptionsValidationException>(() => Create(set)).Message;

    private static FapiClient Create(Action<FapiClientOptions> set)
    {
        var options = new FapiClientOptions { BaseAddress = FapiEnvironments.Testnet, ApiKey = "the-key", ApiSecret = "hunter2" };
        set(options);
        return new FapiClient(new HttpMessageInvoker(FapiHttpHandler.Create()), options);
    }
}
