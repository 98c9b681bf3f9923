using System.Text.Json;

namespace Fapi.Leverage.Tool.Tests;

/// <summary>The process decides once which proxy it uses, so the command runs in one of its own.</summary>
public sealed class ProxyTests
{
    // Nothing listens there.
    private const string Proxy = "http://127.0.0.1:9";

    [Theory]
    [InlineData("http_proxy")]
    [InlineData("all_proxy")]
    public async Task Proxy_of_the_environment_is_not_asked_for_the_sandbox(string variable)
    {
        var (exitCode, output) = await SetAsync(variable, Proxy);

        Assert.True(exitCode == 0, $"{output}");
        Assert.Equal(21, output.GetProperty("leverage").GetInt32());
    }

    [Theory]
    [InlineData("https_proxy")]
    [InlineData("all_proxy")]
    public async Task Proxy_of_the_environment_is_named_when_the_exchange_is_not_reached_through_it(string variable)
    {
        var (exitCode, output) = await SetAsync(
            variable, "http://me:hunter2@127.0.0.1:9", "--base-url", "https://exchange.invalid");

        Assert.EndsWith(
            $"The connection goes through the proxy http://127.0.0.1:9 of {variable}.",
            output.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(4, exitCode);
    }

    private static async Task<(int ExitCode, JsonElement Output)> SetAsync(
        string variable, string proxy, params string[] options)
    {
        using var process = ToolProcess.Start(
            new Dictionary<string, string>
            {
                [variable] = proxy,
                ["no_proxy"] = "",
                ["FAPI_API_KEY"] = "key",
                ["FAPI_API_SECRET"] = "secret",
            },
            ["set", "BTCUSDT", "21", "--output", "json", .. options]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var exitCode = await process.EndAsync();
        Assert.DoesNotContain("hunter2", await error + await output, StringComparison.Ordinal);
        return (exitCode, JsonDocument.Parse(await output).RootElement);
    }
}
