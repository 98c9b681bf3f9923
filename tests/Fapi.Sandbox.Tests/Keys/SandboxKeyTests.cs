using System.Security.Cryptography;
using System.Text.Json;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.Keys;

public sealed class SandboxKeyTests
{
    [Fact]
    public async Task The_same_seed_makes_the_same_keys_and_another_seed_others()
    {
        await using var first = SandboxExchange.Start(o => o.Seed = 7);
        await using var second = SandboxExchange.Start(o => o.Seed = 7);
        await using var third = SandboxExchange.Start(o => o.Seed = 8);

        Assert.Equal(Reproducible(first), Reproducible(second));
        Assert.Empty(Reproducible(first).Intersect(Reproducible(third)));
    }

    [Fact]
    public async Task Without_a_seed_every_key_of_every_account_is_another()
    {
        await using var first = SandboxExchange.Start();
        await using var second = SandboxExchange.Start();
        var hedge = first.AddAccount("hedge");

        string[] all = [.. new[] { first.Account, hedge, second.Account }.SelectMany(a =>
            new[] { a.Hmac.ApiKey, a.Hmac.Secret, a.Rsa.ApiKey, a.Rsa.PrivateKeyPem, a.Ed25519.ApiKey,
                a.Ed25519.PrivateKeyPem })];

        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public async Task Text_of_a_key_shows_neither_secret_nor_whole_api_key()
    {
        await using var exchange = SandboxExchange.Start();

        Assert.All([exchange.Account.Hmac, exchange.Account.Rsa, exchange.Account.Ed25519], key =>
        {
            var text = key.ToString();
            Assert.StartsWith($"{key.Kind} key {key.ApiKey[..4]}", text, StringComparison.Ordinal);
            Assert.True(text.Length < 20);
        });
    }

    [Fact]
    public async Task The_wrong_half_of_a_key_is_an_error_that_names_the_right_one()
    {
        await using var exchange = SandboxExchange.Start();

        var secret = Assert.Throws<InvalidOperationException>(() => exchange.Account.Ed25519.Secret);
        var pem = Assert.Throws<InvalidOperationException>(() => exchange.Account.Hmac.PrivateKeyPem);

        Assert.Contains("PrivateKeyPem", secret.Message, StringComparison.Ordinal);
        Assert.Contains("Secret", pem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SandboxKeyKind.Rsa)]
    [InlineData(SandboxKeyKind.Ed25519)]
    public void A_PEM_that_is_no_public_key_is_an_error_that_says_what_it_has_to_be(SandboxKeyKind kind)
    {
        var error = Assert.Throws<ArgumentException>(() => SandboxKey.FromPublicKey(kind, "api", "hello"));

        Assert.Contains("BEGIN PUBLIC KEY", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_key_of_the_caller_can_be_registered()
    {
        using var rsa = RSA.Create(2048);
        await using var exchange = SandboxExchange.Start();
        exchange.Account.AddKey(SandboxKey.FromPublicKey(
            SandboxKeyKind.Rsa, "my-key", rsa.ExportSubjectPublicKeyInfoPem()));
        using var caller = new Caller(exchange);
        var query = $"symbol=BTCUSDT&leverage=9&timestamp={caller.Now}";
        var signature = Convert.ToBase64String(rsa.SignData(
            System.Text.Encoding.ASCII.GetBytes(query), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

        await caller.SendAsync(HttpMethod.Post,
            $"{Caller.LeveragePath}?{query}&signature={Uri.EscapeDataString(signature)}", "my-key");

        Assert.Equal(9, exchange.Account.LeverageOf("BTCUSDT"));
    }

    [Fact]
    public async Task The_ready_line_is_one_line_of_JSON_with_address_and_working_keys()
    {
        await using var exchange = SandboxExchange.Start(o => o.Seed = 3);
        exchange.AddAccount("hedge");

        var line = exchange.ToReadyLine();

        Assert.DoesNotContain('\n', line);
        var json = JsonDocument.Parse(line).RootElement;
        Assert.Equal("ready", json.GetProperty("status").GetString());
        Assert.Equal(exchange.BaseAddress.ToString(), json.GetProperty("baseAddress").GetString());
        Assert.Equal(
            ["default", "hedge"],
            json.GetProperty("accounts").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
        var account = json.GetProperty("accounts")[0];
        Assert.Equal(exchange.Account.Hmac.Secret, account.GetProperty("hmac").GetProperty("secret").GetString());
        Assert.Equal(exchange.Account.Rsa.ApiKey, account.GetProperty("rsa").GetProperty("apiKey").GetString());
        Assert.StartsWith(
            "-----BEGIN PRIVATE KEY-----", account.GetProperty("ed25519").GetProperty("privateKeyPem").GetString(),
            StringComparison.Ordinal);
    }

    private static string[] Reproducible(SandboxExchange exchange) =>
    [
        exchange.Account.Hmac.ApiKey, exchange.Account.Hmac.Secret, exchange.Account.Rsa.ApiKey,
        exchange.Account.Ed25519.ApiKey, exchange.Account.Ed25519.PrivateKeyPem,
    ];
}
