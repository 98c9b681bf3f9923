using System.Net;
using System.Net.Sockets;

namespace Fapi.SpecCheck.Read.Fetching;

/// <summary>Fetches pages over HTTPS, politely and within limits, each at most once per run.</summary>
/// <param name="client">Sends without buffering and follows no redirects by itself (see
/// <see cref="CreateHandler"/>).</param>
/// <param name="resolve">Finds the addresses of a host to which a site redirects; null asks the system.</param>
internal sealed class PageFetcher(
    HttpMessageInvoker client,
    TimeProvider time,
    PageCache? cache = null,
    Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    /// <summary>Longest that one page may take, redirects included.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private const int MaxRedirects = 5;

    private readonly HostManners _manners = new(time);
    private readonly Dictionary<string, PageLoad> _loaded = [];

    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };

    public async Task<PageLoad> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        var page = address.GetLeftPart(UriPartial.Query);
        if (!_loaded.TryGetValue(page, out var load))
        {
            _loaded[page] = load = await FetchNewAsync(new Uri(page), cancellationToken);
        }

        return load with
        {
            Source = address.OriginalString,
            Content = load.Content is { } content
            ? content with { AskedFor = address } : null
        };
    }

    private async Task<PageLoad> FetchNewAsync(Uri address, CancellationToken cancellationToken)
    {
        if (!NetworkBoundary.IsAllowed(address))
        {
            return Failed(address, FailureKind.WrongInput,
                "Only https addresses are fetched, and http from this machine itself.");
        }

        if (_manners.HasRefused(address))
        {
            return Failed(address, FailureKind.CouldNotCheck,
                $"{address.Host} asked for a pause before, so nothing more was asked of it.");
        }

        if (_manners.IsGivenUp(address))
        {
            return Failed(address, FailureKind.Network,
                $"{address.Host} did not respond before, so it was not tried again.");
        }

        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        string problem;
        try
        {
            return await FollowAsync(address, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            problem = $"{address.Host} did not send the page within {Timeout.TotalSeconds:N0} seconds.";
        }
        catch (HttpRequestException e)
        {
            problem = FetchResponse.Describe(address, e);
        }
        catch (IOException)
        {
            return Failed(address, FailureKind.CouldNotCheck,
                $"{address.Host} broke off before the page was complete.");
        }
        catch (InvalidDataException)
        {
            return Failed(address, FailureKind.CouldNotCheck,
                $"The content from {address.Host} is not encoded as its headers say, or it is cut off.");
        }

        _manners.Failed(address);
        return Failed(address, FailureKind.Network, problem);
    }

    private async Task<PageLoad> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        var visited = new List<Uri>();
        for (var current = address; visited.Count <= MaxRedirects;)
        {
            visited.Add(current);
            await _manners.WaitAsync(current, cancellationToken);
            var known = cache?.Find(current);
            using var request = FetchRequest.Create(current, known);
            using var response = await client.SendAsync(request, cancellationToken);
            if (FetchResponse.IsLimit(response))
            {
                _manners.Refuse(current);
            }

            if (FetchResponse.RedirectOf(response, current) is not { } next)
            {
                return await FetchResponse.ReadAsync(response, address, current, known, cache, cancellationToken);
            }

            if (visited.Contains(next))
            {
                return Failed(address, FailureKind.CouldNotCheck, "The address redirects in a circle.");
            }

            if (!NetworkBoundary.IsAllowed(next)
                || (NetworkBoundary.IsSecure(current) && !NetworkBoundary.IsSecure(next))
                || await LeadsInsideAsync(current, next, cancellationToken))
            {
                return Failed(address, FailureKind.CouldNotCheck,
                    $"The address redirects to {next.Scheme}://{next.Host}, which is not fetched: only https is, and "
                        + "none of it from inside a network.");
            }

            current = next;
        }

        return Failed(address, FailureKind.CouldNotCheck, $"The address redirects more than {MaxRedirects} times.");
    }

    /// <summary>
    /// True where a public site leads to this machine or into a private network, by address or by name.
    /// </summary>
    private async Task<bool> LeadsInsideAsync(Uri current, Uri next, CancellationToken cancellationToken)
    {
        if (current.Host == next.Host || NetworkBoundary.IsLocal(current))
        {
            return false;
        }

        try
        {
            if (NetworkBoundary.IsLocal(next) || next.HostNameType != UriHostNameType.Dns)
            {
                return NetworkBoundary.IsLocal(next);
            }

            var addresses = await (resolve ?? Dns.GetHostAddressesAsync)(next.DnsSafeHost, cancellationToken);
            return Array.Exists(addresses, NetworkBoundary.IsPrivate);
        }
        catch (SocketException)
        {
            // A name that nobody knows leads nowhere; the request will say so.
            return false;
        }
    }

    private static PageLoad Failed(Uri address, FailureKind kind, string message) =>
        PageLoad.Failed(address.OriginalString, kind, message);
}
