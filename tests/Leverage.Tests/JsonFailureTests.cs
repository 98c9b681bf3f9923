using System.Security.Cryptography;
using System.Text.Json;
using Fapi.Sandbox;

namespace Fapi.Leverage.Tool.Tests;

/// <summary>Scripts that ask for JSON get one object on the output whatever happens, and the same exit code.</summary>
public sealed class JsonFailureTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start(options => options.CheckContract = false);
    private readonly KeyVariables _keys = new();

    public async ValueTask DisposeAsync()
    {
        _keys.Dispose();
        await _exchange.DisposeAsync();
    }

    [Fact]
    public async Task Refusal_is_told_with_code_message_request_and_attempts()
    {
        var line = _keys.LineWith(_exchange.Account.Hmac);

        var failure = await FailAsync(line, 1, "NOPEUSDT", "5");

        Assert.Equal("refused", failure.GetProperty("outcome").GetString());
        Assert.Equal(-1121, failure.GetProperty("code").GetInt32());
        Assert.Equal(400, failure.GetProperty("status").GetInt32());
        Assert.Equal(1, failure.GetProperty("attempts").GetInt32());
        Assert.Equal(("custom", "NOPEUSDT", 5), (failure.GetProperty("environment").GetString(),
            failure.GetProperty("symbol").GetString(), failure.GetProperty("leverage").GetInt32()));
        Assert.Equal(line.Error.Trim(), failure.GetProperty("message").GetString());
        Assert.Matches(
            @"^POST http://127\.0\.0\.1:\d+/fapi/v1/leverage\?"
                + @"symbol=NOPEUSDT&leverage=5&timestamp=\d+&signature=\*\*\*$",
            failure.GetProperty("request").GetString());
        Assert.Contains("-1121", failure.GetProperty("body").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "unknown", 502, 4)]
    [InlineData(1, "banned", 418, 1)]
    [InlineData(1, "rate_limited", 429, 1)]
    public async Task Outcome_is_the_word_of_the_exit_code(int exitCode, string outcome, int status, int attempts)
    {
        (string, string)[] wait = status == 502 ? [] : [("Retry-After", "60")];
        _exchange.Faults.Always(Fault.Response(status, "<html>no", wait));

        var failure = await FailAsync(_keys.LineWith(_exchange.Account.Hmac), exitCode, "BTCUSDT", "5");

        Assert.Equal((outcome, status, attempts), (failure.GetProperty("outcome").GetString(),
            failure.GetProperty("status").GetInt32(), failure.GetProperty("attempts").GetInt32()));
        Assert.DoesNotContain("RawBody", failure.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("<html>no", failure.GetProperty("body").GetString());
    }

    [Fact]
    public async Task Exchange_that_is_not_there_is_unavailable()
    {
        var line = _keys.LineWith(_exchange.Account.Hmac);
        await _exchange.DisposeAsync();

        var failure = await FailAsync(line, 4, "BTCUSDT", "5");

        Assert.Equal("unavailable", failure.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, failure.GetProperty("status").ValueKind);
    }

    [Theory]
    [InlineData("leverage is 126; the spec allows 1 to 125. Nothing was sent.", "BTCUSDT", "126")]
    [InlineData("--recv-window is 0; the spec allows 1 to 60000. Nothing was sent.", "BTCUSDT", "5", "--recv-window",
        "0")]
    [InlineData("LEVERAGE is 'five'; it has to be a whole number. Run with --help", "BTCUSDT", "five")]
    [InlineData("--env and --base-url both name an exchange", "BTCUSDT", "5", "--env", "live")]
    public async Task Bad_input_is_told_by_what_was_typed(string message, params string[] arguments)
    {
        var failure = await FailAsync(_keys.LineWith(_exchange.Account.Hmac), 2, arguments);

        Assert.Equal("wrong_input", failure.GetProperty("outcome").GetString());
        Assert.StartsWith(message, failure.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, failure.GetProperty("attempts").GetInt32());
        Assert.Equal(JsonValueKind.Null, failure.GetProperty("request").ValueKind);
        Assert.Empty(_exchange.Requests);
    }

    [Theory]
    [InlineData("http://example.com", "--base-url is 'http://example.com/'; plain http is allowed to loopback only.")]
    [InlineData("https://me:hunter2@example.com", "--base-url is 'https://example.com/' with a user name or password")]
    [InlineData("me:hunter2@example.com/a b", "--base-url is no address (not shown, as it may be a key)")]
    [InlineData("https://me:hunter2@", "--base-url is no address; it has to be one such as https://example.com.")]
    [InlineData("https://example.com/fapi", "--base-url is 'https://example.com/fapi'; it has to be scheme, host and")]
    public async Task Address_that_cannot_be_used_is_told_without_a_password(string address, string message)
    {
        var line = _keys.LineWith(_exchange.Account.Hmac);

        Assert.Equal(2, await line.RunAsync("set", "BTCUSDT", "5", "--base-url", address, "--output=json"));

        var failure = JsonDocument.Parse(line.Out).RootElement;
        Assert.StartsWith(message, failure.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", line.Out + line.Error, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> KeyFiles
    {
        get
        {
            using var ec = ECDsa.Create();
            using var rsa = RSA.Create(2048);
            var encryption = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
            return new()
            {
                { ec.ExportPkcs8PrivateKeyPem(), "an EC private key" },
                { ec.ExportECPrivateKeyPem(), "an EC private key" },
                { rsa.ExportSubjectPublicKeyInfoPem(), "a public key" },
                { rsa.ExportRSAPublicKeyPem(), "a public key" },
                { rsa.ExportEncryptedPkcs8PrivateKeyPem("open", encryption),
                    "The private key is encrypted, and no passphrase was given. Set FAPI_PRIVATE_KEY_PASSPHRASE." },
            };
        }
    }

    [Theory]
    [MemberData(nameof(KeyFiles))]
    public async Task Key_file_that_cannot_sign_is_called_what_it_holds(string pem, string what)
    {
        var line = _keys.LineWith(_exchange.Account.Rsa);
        await File.WriteAllTextAsync(_keys.File, pem, TestContext.Current.CancellationToken);

        var failure = await FailAsync(line, 2, "BTCUSDT", "5");

        var message = failure.GetProperty("message").GetString();
        Assert.StartsWith("FAPI_PRIVATE_KEY_FILE: ", message, StringComparison.Ordinal);
        Assert.Contains(what, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FAPI_API_SECRET", "secret", "FAPI_API_SECRET and FAPI_PRIVATE_KEY_FILE are set; keep the one that")]
    [InlineData("FAPI_PRIVATE_KEY_FILE", "/nowhere.pem", "FAPI_PRIVATE_KEY_FILE is '/nowhere.pem', which does not")]
    [InlineData("FAPI_API_KEY", "", "The key is not set: the environment needs FAPI_API_KEY")]
    [InlineData("FAPI_API_KEY", "a\n", "FAPI_API_KEY holds a line break")]
    public async Task Key_that_is_set_wrong_is_told_by_its_variable(string variable, string value, string message)
    {
        var line = _keys.LineWith(_exchange.Account.Rsa);
        line.Variables[variable] = value;

        var failure = await FailAsync(line, 2, "BTCUSDT", "5");

        Assert.StartsWith(message, failure.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Success_has_outcome_and_attempts_too()
    {
        _exchange.Faults.Next(Fault.Status(503, "Service Unavailable."));
        var line = _keys.LineWith(_exchange.Account.Hmac);

        Assert.Equal(0, await line.RunAsync(Arguments("BTCUSDT", "5")));

        var done = JsonDocument.Parse(line.Out).RootElement;
        Assert.Equal(("done", 2), (done.GetProperty("outcome").GetString(), done.GetProperty("attempts").GetInt32()));
    }

    private async Task<JsonElement> FailAsync(CommandLine line, int exitCode, params string[] arguments)
    {
        Assert.Equal(exitCode, await line.RunAsync(Arguments(arguments)));

        Assert.NotEmpty(line.Error);
        return JsonDocument.Parse(Assert.Single(line.Out.TrimEnd().Split('\n'))).RootElement;
    }

    private string[] Arguments(params string[] arguments) =>
        ["set", .. arguments, "--base-url", _exchange.BaseAddress.ToString(), "--output", "json"];
}
