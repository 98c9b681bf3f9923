using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fapi.Leverage.Tool.Tests;

/// <summary>The sandbox as a process of its own, for apps in any language.</summary>
public sealed class SandboxProcessTests
{
    private static string Port { get; } = FreePort();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task It_prints_a_ready_line_serves_and_stops_cleanly(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends a POSIX signal.");
        using var process = Start();
        var ready = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!).RootElement;
        using var http = new HttpClient { BaseAddress = new Uri(ready.GetProperty("baseAddress").GetString()!) };

        var time = await http.GetFromJsonAsync<JsonElement>("/fapi/v1/time");

        Assert.True(time.GetProperty("serverTime").GetInt64() > 0);
        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.NotEmpty(ready.GetProperty("accounts")[0].GetProperty("hmac").GetProperty("secret").GetString()!);
        process.Signal(signal);
        Assert.Equal(0, await process.EndAsync());
        Assert.Empty(await process.StandardError.ReadToEndAsync());
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("http")]
    public async Task Wrong_port_ends_in_exit_code_2(string port)
    {
        var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync("sandbox", "--port", port));

        Assert.Contains(port, line.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--symbols", "1000")]
    [InlineData("--latency", "-1")]
    [InlineData("--output", "xml")]
    public async Task Option_that_cannot_be_used_is_named(string option, string value)
    {
        var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync("sandbox", option, value));

        Assert.StartsWith($"{option} is '{value}'; it has to be ", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shell_gets_the_key_of_an_exchange_with_as_many_symbols_as_asked_for()
    {
        using var process = Start("--symbols", "7", "--latency", "1", "--output", "shell", "--port", Port);
        try
        {
            var key = Regex.Match(
                (await process.StandardOutput.ReadLineAsync())!,
                $"^export FAPI_BASE_URL='http://127.0.0.1:{Port}/' FAPI_API_KEY='(.+)' FAPI_API_SECRET='(.+)'$");
            var line = new CommandLine
            {
                Variables = { ["FAPI_API_KEY"] = key.Groups[1].Value, ["FAPI_API_SECRET"] = key.Groups[2].Value },
            };

            Assert.Equal(0, await line.RunAsync("set", "F007USDT", "3", "--base-url", $"http://127.0.0.1:{Port}"));
        }
        finally
        {
            process.Kill();
        }
    }

    private static Process Start(params string[] options) => ToolProcess.Start([], ["sandbox", .. options]);

    internal static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
