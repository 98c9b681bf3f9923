namespace Fapi.Contract;

/// <summary>A response as it came over the wire, independent of any HTTP library.</summary>
/// <param name="status">HTTP status code.</param>
/// <param name="headers">Headers, content headers included; a repeated header is a repeated entry. Null means
/// none.</param>
/// <param name="body">Body as received; empty means none.</param>
public sealed class RecordedResponse(
    int status,
    IReadOnlyList<KeyValuePair<string, string>>? headers = null,
    ReadOnlyMemory<byte> body = default)
{
    /// <summary>HTTP status code.</summary>
    public int Status { get; } = status;

    /// <summary>Headers, content headers included.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; } = headers ?? [];

    /// <summary>Body as received; empty means none.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>Status and sizes only.</summary>
    /// <returns>A text without any value that was received.</returns>
    public override string ToString() => $"response {Status}, {Headers.Count} headers, {Body.Length} bytes";
}
