using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.Http;

/// <summary>Throws bytes at the sandbox; FUZZ_SECONDS and FUZZ_SEED make the run longer or another one.</summary>
public sealed partial class FuzzTests
{
    private static readonly int Seconds = Setting.Read("FUZZ_SECONDS", 3);
    private static readonly int Seed = Setting.Read("FUZZ_SEED", 20261122);

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task No_bytes_get_anything_but_a_valid_response()
    {
        var random = new Random(Seed);
        await using var exchange = Sandboxes.Unchecked(TimeProvider.System, o => o.WeightLimit = int.MaxValue);
        using var caller = new Caller(exchange);
        var started = Stopwatch.StartNew();
        var (sent, withResponse) = (0, 0);
        while (started.Elapsed < TimeSpan.FromSeconds(Seconds))
        {
            var bytes = FuzzBytes.Make(random, caller);
            var response = await SendAsync(exchange, bytes);
            Assert.True(response.Length == 0 || IsValid(response),
                $"seed {Seed}, input {sent}: {Convert.ToBase64String(bytes)}\nresponse: {response}");
            sent++;
            withResponse += response.Length > 0 ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{sent} inputs, seed {Seed}");
        // A fast run uses up the ports of the machine, and then no connection is made for a while.
        Assert.InRange(withResponse, Math.Min(sent, 2000) / 2, sent);
        Assert.Equal(HttpStatusCode.OK, (await caller.SetLeverageAsync()).Status);
        Assert.All(exchange.Requests, r => Assert.NotEqual(500, r.Response?.Status));
    }

    private static async Task<string> SendAsync(SandboxExchange exchange, byte[] bytes)
    {
        using var socket = await RawSocket.ConnectAsync(exchange);
        try
        {
            await socket.SendAsync(bytes);
            socket.EndSending();
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            // The sandbox hung up before it had everything.
        }

        return await socket.ReadToEndAsync();
    }

    private static bool IsValid(string responses) =>
        ResponseStart().Match(responses) is { Success: true } first &&
        ResponseStart().Matches(responses).All(m => m.Groups["status"].Value is not "500") &&
        first.Index == 0;

    [GeneratedRegex("HTTP/1\\.1 (?<status>[2-5][0-9][0-9]) ", RegexOptions.NonBacktracking)]
    private static partial Regex ResponseStart();
}
