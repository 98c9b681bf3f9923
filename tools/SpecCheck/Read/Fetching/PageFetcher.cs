using System.Net;
using System.Net.Sockets;

namespace Fapi.SpecCheck.Read.Fetching;

/// <summary>Fetches pages over HTTPS, politely and within limits, each at most once per run.</summary>
/// <param name="client">Sends without buffering and follows no redirects by itself (see
/// <see cref="CreateHandler"/>).</param>
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
    private readonly Dictionary<string, Host> _hosts = [];

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

        var content = load.Content is { } known ? known with { AskedFor = address } : null;
        return load with { Source = address.OriginalString, Content = content };
    }

    private async Task<PageLoad> FetchNewAsync(Uri address, CancellationToken cancellation)
    {
        var host = HostOf(address);
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            if (!NetworkBoundary.IsAllowed(address))
            {
                throw new LoadException(
                    Outcome.WrongInput, "Only https addresses are fetched, and http from this machine itself.");
            }

            if (host.WantsPause || host.Failures >= MaxFailures)
            {
                throw host.WantsPause
                    ? new LoadException(Outcome.CouldNotCheck,
                        $"{address.Host} asked for a pause before, so nothing more was asked of it.")
                    : new LoadException(Outcome.Network,
                        $"{address.Host} did not respond before, so it was not tried again.");
            }

            return new PageLoad(address.OriginalString, await FollowAsync(address, either.Token));
        }
        catch (Exception error) when (error is LoadException or HttpRequestException or IOException
            || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            var (outcome, problem) = FetchResponse.Describe(address, error);
            host.Failures += outcome == Outcome.Network && error is not LoadException ? 1 : 0;
            return PageLoad.Failed(address.OriginalString, outcome, problem);
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

            if (visited.Contains(next))
            {
                throw new LoadException(Outcome.CouldNotCheck, "The address redirects in a circle.");
            }

            if (!NetworkBoundary.IsAllowed(next)
                || (NetworkBoundary.IsSecure(current) && !NetworkBoundary.IsSecure(next))
                || await LeadsInsideAsync(current, next, cancellation))
            {
                throw new LoadException(Outcome.CouldNotCheck,
                    $"The address redirects to {next.Scheme}://{next.Host}, which is not fetched: only https is, and "
                        + "none of it from inside a network.");
            }

            current = next;
        }

        throw new LoadException(Outcome.CouldNotCheck, $"The address redirects more than {MaxRedirects} times.");
    }

    /// <summary>True where a public site leads into a private network, by address or by name.</summary>
    private async Task<bool> LeadsInsideAsync(Uri current, Uri next, CancellationToken cancellation)
    {
        if (current.Host == next.Host || NetworkBoundary.IsLocal(current))
        {
            return false;
        }

        if (NetworkBoundary.IsLocal(next) || next.HostNameType != UriHostNameType.Dns)
        {
            return NetworkBoundary.IsLocal(next);
        }

        try
        {
            var addresses = await (resolve ?? Dns.GetHostAddressesAsync)(next.DnsSafeHost, cancellation);
            return Array.Exists(addresses, NetworkBoundary.IsPrivate);
        }
        catch (SocketException)
        {
            // A name that nobody knows leads nowhere; the request will say so.
            return false;
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

    private Host HostOf(Uri address) =>
        _hosts.TryGetValue(address.Authority, out var host) ? host : _hosts[address.Authority] = new Host();

    /// <summary>What is known of a host; a run is too short to wait for the end of a pause.</summary>
    private sealed class Host
    {
        public long? LastAsked { get; set; }

        public int Failures { get; set; }

        public bool WantsPause { get; set; }
    }
}
