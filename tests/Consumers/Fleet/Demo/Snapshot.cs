using Fapi.Sandbox;
using Fapi.Sdk;
using Fleet.Counting;

namespace Fleet.Demo;

/// <summary>What the exchange has counted up to a moment.</summary>
internal sealed class Snapshot(SandboxExchange exchange)
{
    private const string KeyHeader = "X-MBX-APIKEY";

    // What a worker sends.
    private static readonly FapiOperation[] Operations =
        [FapiOperations.ChangeInitialLeverage, FapiOperations.CheckServerTime];

    private readonly DateTimeOffset _now = exchange.Now;
    private readonly List<(DateTimeOffset At, string Key, int Weight)> _requests =
    [
        .. exchange.Requests.Select(request => (
            request.ArrivedAt,
            request.Request.Headers.FirstOrDefault(header => header.Key.Equals(
                KeyHeader, StringComparison.OrdinalIgnoreCase)).Value ?? "",
            Operations.Single(operation => operation.Id == request.OperationId).Weight)),
    ];

    /// <summary>Weight of the last 60 seconds, of one process or of all.</summary>
    internal int InLastMinute(string? key = null) =>
        Of(key).Where(request => _now - request.At < Minutes.Length).Sum(request => request.Weight);

    internal int InAll(string? key = null) => Of(key).Sum(request => request.Weight);

    internal int MostInAnyMinute => Minutes.Most(
        [.. _requests.OrderBy(request => request.At).Select(request => (request.At - _now, request.Weight))]);

    private IEnumerable<(DateTimeOffset At, string Key, int Weight)> Of(string? key) =>
        _requests.Where(request => key is null || request.Key == key);
}
