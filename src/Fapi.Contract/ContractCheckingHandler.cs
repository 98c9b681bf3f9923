using System.Collections.Concurrent;

namespace Fapi.Contract;

/// <summary>
/// Checks every request and response that passes. Add it as the innermost handler, so that it sees what is sent: after
/// those that sign, retry or log.
/// </summary>
/// <param name="verifier">The contract.</param>
/// <param name="onFinding">What to do with findings.</param>
public sealed class ContractCheckingHandler(
    ContractVerifier verifier,
    ContractFindingAction onFinding = ContractFindingAction.Throw)
    : DelegatingHandler
{
    private const int MaxFindings = 1_000;
    private readonly ConcurrentQueue<ContractFinding> _findings = new();
    private int _omitted;

    /// <summary>The findings so far, in every mode; the first 1,000 are kept, the rest are counted.</summary>
    public ContractFindings Findings => new(_findings, Volatile.Read(ref _omitted));

    /// <inheritdoc/>
    /// <exception cref="ContractViolationException">Request or response breaks the contract and the handler is to
    /// throw; after a broken request nothing is sent.</exception>
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken) =>
        SendCheckedAsync(request, () => base.SendAsync(request, cancellationToken), cancellationToken);

    /// <inheritdoc cref="SendAsync"/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendCheckedAsync(request, () => Task.FromResult(base.Send(request, cancellationToken)), cancellationToken)
            .GetAwaiter().GetResult();

    private async Task<HttpResponseMessage> SendCheckedAsync(
        HttpRequestMessage request, Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        var sent = await request.ToRecordedAsync(cancellationToken).ConfigureAwait(false);
        Report(verifier.VerifyRequest(sent));
        var response = await send().ConfigureAwait(false);
        try
        {
            var received = await response.ToRecordedAsync(cancellationToken).ConfigureAwait(false);
            if (verifier.Document.Match(sent.Method, sent.Target) is not null)
            {
                Report(verifier.VerifyResponse(sent, received));
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private void Report(ContractFindings found)
    {
        Interlocked.Add(ref _omitted, found.Omitted);
        foreach (var finding in found)
        {
            if (_findings.Count < MaxFindings)
            {
                _findings.Enqueue(finding);
            }
            else
            {
                Interlocked.Increment(ref _omitted);
            }
        }

        if (onFinding == ContractFindingAction.Throw)
        {
            found.ThrowIfAny();
        }
    }
}

/// <summary>The reaction of <see cref="ContractCheckingHandler"/> to findings.</summary>
public enum ContractFindingAction
{
    /// <summary>Throw <see cref="ContractViolationException"/>; the default.</summary>
    Throw,

    /// <summary>Let the message pass and keep the findings in <see cref="ContractCheckingHandler.Findings"/>.</summary>
    Collect,
}
