using System.Net;
using System.Net.Sockets;
using Fapi.SpecCheck.Facts;
using Fapi.SpecCheck.Read;
using Fapi.SpecCheck.Read.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.SpecCheck.Tests.Fetching;

/// <summary>The real handler against a server on this machine.</summary>
public sealed class LoopbackTests : IDisposable
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly FakeTimeProvider _time = new();

    public LoopbackTests() => _server.Start();

    private Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_server.LocalEndpoint).Port}/docs/apples");

    [Fact]
    public async Task A_page_is_fetched()
    {
        var fetching = FetchAsync();
        using var client =
            await RespondAsync("HTTP/1.1 200 OK\r\nContent-Type: text/markdown\r\nContent-Length: 8\r\n\r\n# Apples");
        Assert.Equal("# Apples"u8.ToArray(), (await fetching).Content!.Bytes.ToArray());
    }

    [Fact]
    public async Task A_redirect_loop_is_seen_by_us_and_not_followed_by_the_handler()
    {
        var fetching = FetchAsync();
        using var client = await RespondAsync($"HTTP/1.1 302 Found\r\nLocation: {Address}\r\nContent-Length: "
            + "0\r\n\r\n");
        Assert.Contains("in a circle", (await fetching).Failure!.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_sends_part_of_a_page_and_then_nothing_is_given_up()
    {
        var fetching = FetchAsync();
        using var client = await RespondAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n# App");
        _time.Advance(PageFetcher.Timeout);
        Assert.Equal(Outcome.Network, (await fetching).Failure!.Outcome);
    }

    [Fact]
    public async Task A_server_that_breaks_off_before_the_length_that_it_named_is_that_page_alone()
    {
        var fetching = FetchAsync();
        (await RespondAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n# App")).Dispose();
        Assert.Equal(Outcome.CouldNotCheck, (await fetching).Failure!.Outcome);
    }

    [Theory]
    [InlineData("Content-Encoding: gzip\r\n", Outcome.CouldNotCheck)]
    [InlineData("", null)]
    public async Task A_body_in_an_encoding_that_nobody_asked_for_is_that_page_alone(string header, object? outcome)
    {
        var fetching = FetchAsync();
        (await RespondAsync($"HTTP/1.1 200 OK\r\n{header}Connection: close\r\n\r\n# Apples")).Dispose();
        Assert.Equal(outcome, (await fetching).Failure?.Outcome);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_a_network_failure()
    {
        var address = Address;
        _server.Stop();
        using var client = new HttpMessageInvoker(PageFetcher.CreateHandler());
        var load = await new PageFetcher(client, _time).FetchAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(Outcome.Network, load.Failure!.Outcome);
        Assert.Contains("No connection to 127.0.0.1", load.Failure.Reasons[0], StringComparison.Ordinal);
    }

    public void Dispose() => _server.Dispose();

    private async Task<PageLoad> FetchAsync()
    {
        using var client = new HttpMessageInvoker(PageFetcher.CreateHandler());
        var cancellation = TestContext.Current.CancellationToken;
        return await new PageFetcher(client, _time).FetchAsync(Address, cancellation)
            .WaitAsync(TimeSpan.FromSeconds(60), cancellation);
    }

    private async Task<TcpClient> RespondAsync(string response)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var client = await _server.AcceptTcpClientAsync(cancellation);
        _ = await client.GetStream().ReadAsync(new byte[4_096], cancellation);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(response), cancellation);
        return client;
    }
}
