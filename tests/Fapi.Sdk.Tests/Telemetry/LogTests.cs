using Fapi.Sandbox;
using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Fapi.Sdk.Tests.Telemetry;

public sealed class LogTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start(options => options.CheckContract = false);
    private readonly CollectedLogs _logs = new();

    public ValueTask DisposeAsync() => _exchange.DisposeAsync();

    [Fact]
    public async Task Trace_shows_the_very_text_that_was_signed_and_not_the_signature()
    {
        using var client = Client();

        await client.ChangeInitialLeverageAsync("BTCUSDT", 11, recvWindow: 7000);

        var query = _exchange.Requests.Single().Request.Target.Split('?')[1];
        var (text, signature) = (query.Split("&signature=")[0], query.Split("&signature=")[1]);
        var entry = Assert.Single(_logs.Entries, entry => entry.Level == LogLevel.Trace);
        Assert.StartsWith(
            $"changeInitialLeverage of main: HmacSha256Signer signs the {text.Length} bytes {text}, and they are "
                + "sent by POST /fapi/v1/leverage",
            entry.Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain(signature, entry.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, LogLevel, int, string> Ends => new()
    {
        { "BTCUSDT", LogLevel.Debug, 1, "changeInitialLeverage of main: done in " },
        { "NOPEUSDT", LogLevel.Warning, 2, "changeInitialLeverage of main: refused after " },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task End_of_a_call_is_logged_once(string symbol, LogLevel level, int id, string beginning)
    {
        using var client = Client();

        await Record.ExceptionAsync(() => client.ChangeInitialLeverageAsync(symbol, 11));

        var entry = Assert.Single(_logs.Entries, entry => entry.Level != LogLevel.Trace);
        Assert.Equal((level, id), (entry.Level, entry.Id.Id));
        Assert.StartsWith(beginning, entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_is_an_error_and_a_repeat_is_told()
    {
        _exchange.Faults.Next(2, Fault.ResetAfterProcessing);
        using var client = Client(options => options.Retry.MaxAttempts = 2);

        await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 11));

        Assert.Equal(
            [(LogLevel.Information, 4), (LogLevel.Error, 3)],
            _logs.Entries.Where(entry => entry.Level != LogLevel.Trace).Select(entry => (entry.Level, entry.Id.Id)));
        Assert.Contains(
            _logs.Entries,
            entry => entry.Text.Contains(
                "attempt 1 was unknown (status none, code none); the next follows in ", StringComparison.Ordinal));
    }

    public static TheoryData<int, int, LogLevel> HeldBack =>
        new() { { 429, 9, LogLevel.Warning }, { 418, 10, LogLevel.Error } };

    [Theory]
    [MemberData(nameof(HeldBack))]
    public async Task Order_to_stop_sending_is_logged(int status, int id, LogLevel level)
    {
        _exchange.Faults.Next(Fault.Status(status));
        using var client = Client(options => options.Retry.MaxAttempts = 1);

        await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 11));

        var entry = Assert.Single(_logs.Entries, entry => entry.Id.Id == id);
        Assert.Equal(level, entry.Level);
        Assert.StartsWith(_exchange.BaseAddress.Authority, entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measured_clock_is_logged()
    {
        _exchange.ClockOffset = TimeSpan.FromMinutes(30);
        using var client = Client();

        await client.ChangeInitialLeverageAsync("BTCUSDT", 11);

        Assert.Single(_logs.Entries, entry => entry.Id.Id == 7);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.GroupRead, true)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.OtherWrite, true)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, false)]
    public void Key_file_that_is_open_to_others_is_warned_about(UnixFileMode mode, bool isWarned)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, _exchange.Account.Rsa.PrivateKeyPem);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, mode);
            }

            Client(
                options => (options.ApiKey, options.ApiSecret,
                    options.PrivateKeyFile) = (_exchange.Account.Rsa.ApiKey, null, file)).Dispose();
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Equal(isWarned && TestedBuild.KnowsFileModes,
            _logs.Entries.Any(entry => entry.Id.Id == 11 && entry.Text.Contains(file, StringComparison.Ordinal)));
    }

    private FapiClient Client(Action<FapiClientOptions>? configure = null)
    {
        var options = new FapiClientOptions
        {
            BaseAddress = _exchange.BaseAddress,
            ApiKey = _exchange.Account.Hmac.ApiKey,
            ApiSecret = _exchange.Account.Hmac.Secret,
            Account = "main",
            LoggerFactory = _logs.ToFactory(),
            // Apart from every other test: a ban is shared by all clients of a host and clock.
            TimeProvider = new OwnTime(),
            Retry = { BaseDelay = TimeSpan.FromMilliseconds(1) },
        };
        configure?.Invoke(options);
        return new FapiClient(new HttpClient(FapiHttpHandler.Create()), options);
    }

    private sealed class OwnTime : TimeProvider;
}
