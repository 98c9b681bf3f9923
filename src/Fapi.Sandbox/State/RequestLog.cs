using Fapi.Contract;

namespace Fapi.Sandbox;

/// <summary>The latest requests, and the findings of all of them up to a bound.</summary>
internal sealed class RequestLog(int kept)
{
    private const int FindingsKept = 1000;

    private readonly Lock gate = new();
    private readonly Queue<SandboxRequest> requests = new();
    private readonly List<ContractFinding> findings = [];

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
            if (requests.Count > kept)
            {
                requests.Dequeue();
            }
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            requests.Clear();
            findings.Clear();
        }
    }
}
