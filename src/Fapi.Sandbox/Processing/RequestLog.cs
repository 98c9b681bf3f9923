namespace Fapi.Sandbox.Processing;

/// <summary>The latest requests, and the findings of all of them up to a bound.</summary>
internal sealed class RequestLog(int kept)
{
    private const int FindingsKept = 1000;
    private const long BodyBytesKept = 32 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Queue<SandboxRequest> _requests = new();
    private readonly List<ContractFinding> _findings = [];
    private long _bodyBytes;

    public IReadOnlyList<SandboxRequest> Requests => Copy(_requests);

    public IReadOnlyList<ContractFinding> Findings => Copy(_findings);

    public void Add(SandboxRequest request)
    {
        lock (_gate)
        {
            _findings.AddRange(request.Findings.Take(FindingsKept - _findings.Count));
            _requests.Enqueue(request);
            _bodyBytes += BodyBytesOf(request);
            while (_requests.Count > kept || (_bodyBytes > BodyBytesKept && _requests.Count > 1))
            {
                _bodyBytes -= BodyBytesOf(_requests.Dequeue());
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _findings.Clear();
            _bodyBytes = 0;
        }
    }

    private T[] Copy<T>(IEnumerable<T> items)
    {
        lock (_gate)
        {
            return [.. items];
        }
    }

    private static long BodyBytesOf(SandboxRequest request) =>
        request.Request.Body.Length + (request.Response?.Body.Length ?? 0);
}
