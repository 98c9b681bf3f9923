namespace Fapi.SpecCheck.Read.Fetching;

/// <summary>Keeps a polite pace towards each host, and gives up on one that does not respond.</summary>
internal sealed class HostManners(TimeProvider time)
{
    /// <summary>Shortest time between two requests to one host.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private const int MaxFailures = 3;

    private readonly Dictionary<string, long> _last = [];
    private readonly Dictionary<string, int> _failures = [];
    private readonly HashSet<string> _refused = [];

    public bool IsGivenUp(Uri address) => _failures.GetValueOrDefault(address.Authority) >= MaxFailures;

    /// <summary>True for a host that asked for a pause: a run is too short to wait for its end.</summary>
    public bool HasRefused(Uri address) => _refused.Contains(address.Authority);

    public void Refuse(Uri address) => _refused.Add(address.Authority);

    public void Failed(Uri address) =>
        _failures[address.Authority] = _failures.GetValueOrDefault(address.Authority) + 1;

    /// <summary>Waits until the host may be asked again; this machine itself may be asked at once.</summary>
    public async Task WaitAsync(Uri address, CancellationToken cancellationToken)
    {
        if (address.IsLoopback)
        {
            return;
        }

        if (_last.TryGetValue(address.Authority, out var last) && Pace - time.GetElapsedTime(last) is { } wait
            && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }

        _last[address.Authority] = time.GetTimestamp();
    }
}
