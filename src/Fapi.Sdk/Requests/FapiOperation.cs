namespace Fapi.Sdk;

/// <summary>An operation of the exchange, as the spec describes it.</summary>
public sealed class FapiOperation
{
    private const int DefaultMaxResponseBytes = 1 << 20;

    internal FapiOperation(
        string id, string method, string path, string securityType, int weight, bool isIdempotent,
        bool acceptsRecvWindow, int maxResponseBytes = DefaultMaxResponseBytes)
    {
        (Id, Method, Path, SecurityType) = (id, new HttpMethod(method), path, securityType);
        (Weight, IsIdempotent, AcceptsRecvWindow) = (weight, isIdempotent, acceptsRecvWindow);
        MaxResponseBytes = maxResponseBytes;
    }

    /// <summary><c>operationId</c> of the spec, such as <c>changeInitialLeverage</c>.</summary>
    public string Id { get; }

    /// <summary>HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>Path template, such as <c>/fapi/v1/leverage</c>.</summary>
    public string Path { get; }

    /// <summary><c>NONE</c>, <c>MARKET_DATA</c>, <c>USER_STREAM</c>, <c>USER_DATA</c> or <c>TRADE</c>.</summary>
    public string SecurityType { get; }

    /// <summary>Request weight of one call.</summary>
    public int Weight { get; }

    /// <summary>True when sending the same request twice ends in the same state as sending it once.</summary>
    public bool IsIdempotent { get; }

    /// <summary>True when the request carries the API key.</summary>
    public bool NeedsApiKey => SecurityType != "NONE";

    /// <summary>True when the request carries a timestamp and a signature.</summary>
    public bool NeedsSignature => SecurityType is "TRADE" or "USER_DATA";

    internal bool AcceptsRecvWindow { get; }

    /// <summary>Size up to which a response is read, after decompression.</summary>
    internal int MaxResponseBytes { get; }

    internal bool ChangesState => Method != HttpMethod.Get;

    /// <inheritdoc/>
    public override string ToString() => Id;
}
