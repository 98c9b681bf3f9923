using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Fapi.Leverage.Tool.Tests;

/// <summary>The sandbox as a process of its own, for apps in any language.</summary>
public sealed class SandboxProcessTests
{
    // A shell without job control starts what runs in the background with SIGINT ignored, and children inherit that.
    private static readonly string[] HearsInterrupt = OperatingSystem.IsLinux() ? ["--default-signal=INT"] : [];

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task It_prints_a_ready_line_serves_and_stops_cleanly(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends a POSIX signal.");
        using var process = Process.Start(
            new ProcessStartInfo("env", [.. HearsInterrupt, "dotnet", typeof(LeverageApp).Assembly.Location, "sandbox"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        var ready = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!).RootElement;
        using var http = new HttpClient { BaseAddress = new Uri(ready.GetProperty("baseAddress").GetString()!) };

        var time = await http.GetFromJsonAsync<JsonElement>("/fapi/v1/time");

        Assert.True(time.GetProperty("serverTime").GetInt64() > 0);
        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.NotEmpty(ready.GetProperty("accounts")[0].GetProperty("hmac").GetProperty("secret").GetString()!);
        using var kill = Process.Start(
            "kill", ["-s", signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, process.ExitCode);
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
}
