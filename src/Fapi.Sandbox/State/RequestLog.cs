using Fapi.Contract;

namespace Fapi.Sandbox;

/// <summary>The latest requests, and the findings of all of them up to a bound.</summary>
internal sealed class RequestLog(int kept)
{
    private const int FindingsKept = 1000;
    private const long BodyBytesKept = 32 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Queue<SandboxRequest> requests = new();
    private readonly List<ContractFinding> findings = [];
    private long bodyBytes;

    public IReadOnlyList<SandboxRequest> Requests
    {
        get
        {
            lock (gate)
            {
                return [.. requests];
            }
        }
    }

    public IReadOnlyList<ContractFinding> Findings
    {
        get
        {
            lock (gate)
            {
                return [.. findings];
            }
        }
    }

    public void Add(SandboxRequest request)
    {
        lock (gate)
        {
            findings.AddRange(request.Findings.Take(FindingsKept - findings.Count));
            requests.Enqueue(request);
            bodyBytes += BodyBytesOf(request);
            while (requests.Count > kept || (bodyBytes > BodyBytesKept && requests.Count > 1))
            {
                bodyBytes -= BodyBytesOf(requests.Dequeue());
            }
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            requests.Clear();
            findings.Clear();
            bodyBytes = 0;
        }
    }

    private static long BodyBytesOf(SandboxRequest request) =>
        request.Request.Body.Length + (request.Response?.Body.Length ?? 0);
}
