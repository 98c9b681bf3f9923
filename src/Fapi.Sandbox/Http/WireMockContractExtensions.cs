using WireMock.Logging;
using WireMock.Types;
using WireMock.Util;

namespace Fapi.Sandbox;

/// <summary>Checks what a WireMock server logged against a contract.</summary>
public static class WireMockContractExtensions
{
    /// <summary>Checks a logged request.</summary>
    /// <param name="verifier">The contract.</param>
    /// <param name="entry">An entry of a WireMock server's log.</param>
    /// <returns>What does not keep to the contract; empty when all does.</returns>
    public static ContractFindings VerifyRequest(this ContractVerifier verifier, ILogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        return verifier.VerifyRequest(ToRecordedRequest(entry));
    }

    /// <summary>Checks the response to a logged request.</summary>
    /// <param name="verifier">The contract.</param>
    /// <param name="entry">An entry of a WireMock server's log.</param>
    /// <returns>What does not keep to the contract; empty when all does.</returns>
    public static ContractFindings VerifyResponse(this ContractVerifier verifier, ILogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        return verifier.VerifyResponse(ToRecordedRequest(entry), ToRecordedResponse(entry));
    }

    /// <summary>The request of a log entry, as far as WireMock keeps it: it may have re-encoded the path.</summary>
    /// <param name="entry">An entry of a WireMock server's log.</param>
    /// <returns>A neutral record.</returns>
    public static RecordedRequest ToRecordedRequest(this ILogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var request = entry.RequestMessage!;
        var query = string.IsNullOrEmpty(request.RawQuery) ? "" : "?" + request.RawQuery.TrimStart('?');
        return new RecordedRequest(
            request.Method, request.AbsolutePath + query, Flatten(request.Headers), BytesOf(request.BodyData));
    }

    /// <summary>The response of a log entry.</summary>
    /// <param name="entry">An entry of a WireMock server's log.</param>
    /// <returns>A neutral record.</returns>
    public static RecordedResponse ToRecordedResponse(this ILogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var response = entry.ResponseMessage!;
        return new RecordedResponse(
            Convert.ToInt32(response.StatusCode ?? 200, CultureInfo.InvariantCulture),
            Flatten(response.Headers), BytesOf(response.BodyData));
    }

    private static KeyValuePair<string, string>[] Flatten(IDictionary<string, WireMockList<string>>? headers) =>
        headers is null ? [] : [.. headers.SelectMany(h => h.Value, (h, value) => KeyValuePair.Create(h.Key, value))];

    private static byte[] BytesOf(IBodyData? body) =>
        body?.BodyAsBytes ?? Encoding.UTF8.GetBytes(body?.BodyAsString ?? "");
}
