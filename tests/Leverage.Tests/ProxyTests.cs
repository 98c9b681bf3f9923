using System.Diagnostics;
using System.Text.Json;

namespace Fapi.Leverage.Tests;

/// <summary>The process decides once which proxy it uses, so the command runs in one of its own.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("http_proxy")]
    [InlineData("all_proxy")]
    public async Task Proxy_of_the_environment_is_not_asked_for_the_sandbox(string variable)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(LeverageApp).Assembly.Location, "set", "BTCUSDT", "21", "--output", "json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Nothing listens there.
            Environment = { [variable] = "http://127.0.0.1:9", ["no_proxy"] = "" },
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.True(process.ExitCode == 0, await error);
        Assert.Equal(21, JsonDocument.Parse(await output).RootElement.GetProperty("leverage").GetInt32());
    }
}
