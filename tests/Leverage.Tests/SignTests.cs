using System.Text.Json;
using System.Text.RegularExpressions;
using Fapi.Sandbox;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Signing;

namespace Fapi.Leverage.Tool.Tests;

public sealed partial class SignTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start();
    private readonly KeyVariables _keys = new();

    public ValueTask DisposeAsync()
    {
        _keys.Dispose();
        return _exchange.DisposeAsync();
    }

    public static TheoryData<SandboxKeyKind, string> Kinds => new()
    {
        { SandboxKeyKind.Hmac, "HMAC-SHA256" },
        { SandboxKeyKind.Rsa, "RSA PKCS#1 v1.5 with SHA-256" },
        { SandboxKeyKind.Ed25519, "Ed25519" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Explanation_shows_the_very_text_whose_signature_the_exchange_accepts(
        SandboxKeyKind kind, string signer)
    {
        var key = KeyOf(kind);
        var line = _keys.LineWith(key);

        Assert.Equal(0, await line.RunAsync(Explain("币安人生USDT", "9")));

        Assert.Empty(_exchange.Requests);
        Assert.Contains(signer, line.Out, StringComparison.Ordinal);
        var text = SignedText().Match(line.Out).Groups[1].Value;
        var signature = await SignAsync(key, text);
        Assert.DoesNotContain(signature, line.Out + line.Error, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"***, {signature.Length} characters"), line.Out,
            StringComparison.Ordinal);
        Assert.Equal(200, await SendAsync(key, $"{text}&signature={signature}"));
        Assert.Equal(9, _exchange.Account.LeverageOf("币安人生USDT"));
    }

    [Fact]
    public async Task Bytes_are_those_of_the_text_and_stand_within_80_columns()
    {
        var line = _keys.LineWith(_exchange.Account.Hmac);

        await line.RunAsync(Explain("BTCUSDT", "9", "--recv-window", "7000"));

        var text = SignedText().Match(line.Out).Groups[1].Value;
        var dump = line.Out.Split('\n').Where(row => DumpRow().IsMatch(row)).ToList();
        var bytes = Convert.FromHexString(
            string.Concat(dump.Select(row => row[6..53].Replace(" ", "", StringComparison.Ordinal))));
        Assert.Equal(text, Encoding.ASCII.GetString(bytes));
        Assert.Contains($"Signed text, {bytes.Length} bytes", line.Out, StringComparison.Ordinal);
        Assert.All(dump, row => Assert.InRange(row.Length, 1, 80));
        Assert.StartsWith("symbol=BTCUSDT&leverage=9&recvWindow=7000&timestamp=", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stamp_request_line_headers_and_advice_are_shown()
    {
        var key = _exchange.Account.Hmac;
        var line = _keys.LineWith(key);

        await line.RunAsync(Explain("BTCUSDT", "9"));

        Assert.Contains($"Stamp         │ {DateTimeOffset.UtcNow:yyyy-MM-dd}", line.Out, StringComparison.Ordinal);
        Assert.Matches(
            "POST /fapi/v1/leverage\\?symbol=BTCUSDT&leverage=9&timestamp=\\d{13}&signature=\\*\\*\\* HTTP/1.1\n",
            line.Out);
        Assert.Contains($"Host: {_exchange.BaseAddress.Authority}", line.Out, StringComparison.Ordinal);
        Assert.Contains($"X-MBX-APIKEY: {key.ApiKey[..4]}***", line.Out, StringComparison.Ordinal);
        Assert.Contains("Secret        │ 64 characters ", line.Out, StringComparison.Ordinal);
        Assert.Contains("When the exchange responds with -1022: ", line.Out, StringComparison.Ordinal);
        Assert.Contains("nothing was sent", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_tells_the_same()
    {
        var line = _keys.LineWith(_exchange.Account.Hmac);

        await line.RunAsync(Explain("BTCUSDT", "9", "--output", "json"));

        var signing = JsonDocument.Parse(line.Out).RootElement.GetProperty("signing");
        var text = signing.GetProperty("text").GetString()!;
        Assert.Equal(text, Encoding.ASCII.GetString(Convert.FromHexString(signing.GetProperty("hex").GetString()!)));
        Assert.Equal(text.Length, signing.GetProperty("bytes").GetInt32());
        Assert.EndsWith(
            signing.GetProperty("stamp").GetDateTimeOffset().ToUnixTimeMilliseconds()
                .ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
        Assert.Equal(
            $"POST /fapi/v1/leverage?{text}&signature=*** HTTP/1.1", signing.GetProperty("requestLine").GetString());
    }

    [Fact]
    public async Task Without_explain_it_shows_the_masked_request_only()
    {
        var line = _keys.LineWith(_exchange.Account.Hmac);

        Assert.Equal(0, await line.RunAsync("sign", "BTCUSDT", "9", "--env", "live"));

        Assert.Contains("POST https://fapi.binance.com/fapi/v1/leverage", line.Out, StringComparison.Ordinal);
        Assert.Contains("&signature=***", line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Signed text", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_break_that_was_copied_along_with_the_secret_is_told()
    {
        var line = _keys.LineWith(SandboxKey.FromSecret("key", "secret\r\n"));

        Assert.Equal(2, await line.RunAsync(Explain("BTCUSDT", "9")));

        Assert.Contains("holds a line break; take it away", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_input_ends_in_exit_code_2()
    {
        var line = _keys.LineWith(_exchange.Account.Hmac);

        Assert.Equal(2, await line.RunAsync(Explain("BTCUSDT", "126")));

        Assert.StartsWith("leverage is 126; the spec allows 1 to 125.", line.Error, StringComparison.Ordinal);
        Assert.Empty(line.Out);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.GroupRead, true)]
    [InlineData(UnixFileMode.UserRead, false)]
    public async Task Key_file_that_others_can_read_is_warned_about(UnixFileMode mode, bool isWarned)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        var line = _keys.LineWith(_exchange.Account.Rsa);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_keys.File, mode);
        }

        Assert.Equal(0, await line.RunAsync(Explain("BTCUSDT", "9")));

        Assert.Equal(
            isWarned
                ? $"Warning: The private key file {_keys.File} can be read or changed by others than its owner; "
                    + "take that away with 'chmod 600'."
                : "",
            line.Error.Trim());
    }

    private SandboxKey KeyOf(SandboxKeyKind kind) => kind switch
    {
        SandboxKeyKind.Hmac => _exchange.Account.Hmac,
        SandboxKeyKind.Rsa => _exchange.Account.Rsa,
        _ => _exchange.Account.Ed25519,
    };

    private string[] Explain(string symbol, string leverage, params string[] more) =>
        ["sign", symbol, leverage, "--explain", "--base-url", _exchange.BaseAddress.ToString(), .. more];

    private async Task<int> SendAsync(SandboxKey key, string query)
    {
        using var http = new HttpClient { BaseAddress = _exchange.BaseAddress };
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"/fapi/v1/leverage?{query}")
        { Headers = { { "X-MBX-APIKEY", key.ApiKey } } };
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    private static async Task<string> SignAsync(SandboxKey key, string text)
    {
        IRequestSigner signer = key.Kind switch
        {
            SandboxKeyKind.Hmac => new HmacSha256Signer(key.Secret),
            SandboxKeyKind.Rsa => RsaSigner.FromPem(key.PrivateKeyPem),
            _ => Ed25519Signer.FromPem(key.PrivateKeyPem),
        };
        var signature = new byte[signer.MaxSignatureLength];
        var length = await signer.SignAsync(
            Encoding.ASCII.GetBytes(text), signature, TestContext.Current.CancellationToken);
        return Uri.EscapeDataString(Encoding.ASCII.GetString(signature, 0, length));
    }

    [GeneratedRegex("^Signed text, [0-9]+ bytes.*\n(.*)\n", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignedText();

    [GeneratedRegex("^[0-9a-f]{4}  [0-9a-f]{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DumpRow();
}
