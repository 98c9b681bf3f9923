using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Fapi.SpecCheck.Read.Fetching;

/// <summary>Fetches pages over HTTPS, politely and within limits, each at most once per run.</summary>
/// <param name="client">Sends without buffering and follows no redirects by itself.</param>
/// <param name="resolve">Finds the addresses of a host to which a site redirects; null asks the system.</param>
internal sealed class PageFetcher(
    HttpMessageInvoker client, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    /// <summary>Longest that one page may take, redirects included.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Shortest time between two requests to one host; this machine itself may be asked at once.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private const int MaxRedirects = 5;
    private const int MaxFailures = 3;

    private readonly Dictionary<string, PageLoad> _loaded = [];
    private readonly ConcurrentDictionary<string, Host> _hosts = [];

    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };

    public async Task<PageLoad> FetchAsync(Uri address, CancellationToken cancellation)
    {
        var page = address.GetLeftPart(UriPartial.Query);
        if (!_loaded.TryGetValue(page, out var load))
        {
            _loaded[page] = load = await FetchNewAsync(new Uri(page), cancellation);
        }

        return load.Content is { } known ? new PageLoad(known with { AskedFor = address }) : load;
    }

    private async Task<PageLoad> FetchNewAsync(Uri address, CancellationToken cancellation)
    {
        var host = HostOf(address);
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return !NetworkBoundary.IsAllowed(address) ? throw new PageException(
                    "Only https addresses are fetched, and http from this machine itself.", Outcome.WrongInput)
                : host.WantsPause ? throw new PageException(
                    $"{address.Host} asked for a pause before, so nothing more was asked of it.")
                : host.Failures >= MaxFailures ? throw new PageException(
                    $"{address.Host} did not respond before, so it was not tried again.", Outcome.Network)
                : new PageLoad(await FollowAsync(address, either.Token));
        }
        catch (Exception error) when (error is PageException or HttpRequestException
            || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            var known = error as PageException;
            host.Failures += known is null ? 1 : 0;
            return PageLoad.Failed(
                address.OriginalString, known?.Outcome ?? Outcome.Network, FetchResponse.Describe(address, error));
        }
    }

    private async Task<PageContent> FollowAsync(Uri address, CancellationToken cancellation)
    {
        var visited = new List<Uri>();
        for (var current = address; visited.Count <= MaxRedirects;)
        {
            visited.Add(current);
            await WaitAsync(current, cancellation);
            using var request = FetchResponse.Request(current);
            using var response = await client.SendAsync(request, cancellation);
            HostOf(current).WantsPause |= (int)response.StatusCode is 418 or 429;
            if (FetchResponse.RedirectOf(response, current) is not { } next)
            {
                return await FetchResponse.ReadAsync(response, address, current, cancellation);
            }

            current = visited.Contains(next) ? throw new PageException("The address redirects in a circle.")
                : await MayFollowAsync(current, next, cancellation) ? next
                : throw new PageException($"The address redirects to {next.Scheme}://{next.Host}, which is not "
                    + "fetched: only https is, and none of it from inside a network.");
        }

        throw new PageException($"The address redirects more than {MaxRedirects} times.");
    }

    /// <summary>False where a site leads away from https or, by address or by name, into a private network.</summary>
    private async Task<bool> MayFollowAsync(Uri current, Uri next, CancellationToken cancellation)
    {
        if (!NetworkBoundary.IsAllowed(next) || (NetworkBoundary.IsSecure(current) && !NetworkBoundary.IsSecure(next)))
        {
            return false;
        }

        if (current.Host == next.Host || NetworkBoundary.IsLocal(current))
        {
            return true;
        }

        try
        {
            return !NetworkBoundary.IsLocal(next) && (next.HostNameType != UriHostNameType.Dns || !Array.Exists(
                await (resolve ?? Dns.GetHostAddressesAsync)(next.DnsSafeHost, cancellation),
                NetworkBoundary.IsPrivate));
        }
        catch (SocketException)
        {
            // A name that nobody knows leads nowhere; the request will say so.
            return true;
        }
    }

    private async Task WaitAsync(Uri address, CancellationToken cancellation)
    {
        var host = HostOf(address);
        if (host.LastAsked is { } last && !address.IsLoopback && Pace - time.GetElapsedTime(last) is var wait
            && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellation);
        }

        host.LastAsked = time.GetTimestamp();
    }

    private Host HostOf(Uri address) => _hosts.GetOrAdd(address.Authority, static _ => new Host());

    /// <summary>What is known of a host; a run is too short to wait for the end of a pause.</summary>
    private sealed class Host
    {
        public long? LastAsked { get; set; }

        public int Failures { get; set; }

        public bool WantsPause { get; set; }
    }
}
