using System.Collections.Concurrent;
using Fapi.Sdk.Truth.Tests.Wire;

namespace Fapi.Sdk.Truth.Tests.Chaos;

/// <summary>Notes what a client hands to its handler, and may cancel the call at that very moment.</summary>
internal sealed class Watch(
    Ledger ledger, ConcurrentDictionary<int, CancellationTokenSource> cancelAtHandOver, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var target = request.RequestUri!.PathAndQuery;
        ledger.HandOver(target);
        if (Ledger.CallOf(target) is { } call && cancelAtHandOver.TryRemove(call, out var cancel))
        {
            await cancel.CancelAsync();
        }

        HttpResponseMessage? response = null;
        try
        {
            return response = await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            ledger.Return(target, (int?)response?.StatusCode);
        }
    }
}
