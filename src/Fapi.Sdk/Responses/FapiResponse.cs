namespace Fapi.Sdk;

/// <summary>Response of the exchange to a call, as it came, and how it was got. Holds no key and no signature: what the
/// exchange echoes of them is masked.</summary>
public class FapiResponse
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoHeaders = [];

    /// <summary>HTTP status.</summary>
    public int StatusCode { get; init; }

    /// <summary>Values of each header, whose names have no case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } = NoHeaders;

    /// <summary>Body as it came, at most the first 65,536 bytes, decoded as UTF-8.</summary>
    public string RawBody { get; init; } = "";

    /// <summary>Request weight that this IP has used in the current interval; null when the exchange did not
    /// say.</summary>
    public int? UsedWeight { get; init; }

    /// <summary>Attempts of the call, this one included.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Time from the beginning of the call to the end of this response, with all attempts and
    /// waiting.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>True when nothing had to change: the exchange refused the change as one to what is so
    /// already.</summary>
    public bool AlreadySet { get; init; }

    /// <summary>Such as <c>status 200, 1 attempts, 31 ms</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"status {StatusCode}, {Attempts} attempts, {Elapsed.TotalMilliseconds:0} ms");

    internal FapiResponse<T> With<T>(T value) => new()
    {
        Value = value,
        StatusCode = StatusCode,
        Headers = Headers,
        RawBody = RawBody,
        UsedWeight = UsedWeight,
        Attempts = Attempts,
        Elapsed = Elapsed,
        AlreadySet = AlreadySet,
    };
}

/// <summary>Response whose body was read.</summary>
/// <typeparam name="T">What it was read into.</typeparam>
public sealed class FapiResponse<T> : FapiResponse
{
    /// <summary>The body, read.</summary>
    public T Value { get; init; } = default!;
}
