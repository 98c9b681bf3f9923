using Fapi.Sdk.Requests;

namespace Fapi.Sdk.Responses;

/// <summary>Reads responses of one type.</summary>
internal abstract class ResponseType
{
    /// <returns>What shows that the response is that of another request; null when nothing does.</returns>
    internal abstract string? FindDifference(object response, RequestTarget request);

    /// <summary>Reads one response, up to its last token.</summary>
    internal abstract object Read(ValueReader value);

    /// <summary>Adds what was read from its body to a response.</summary>
    internal abstract FapiResponse Complete(FapiResponse response, object value);
}

/// <summary>Reads responses of one type by the reader that is generated for it.</summary>
/// <param name="read">Reads the value.</param>
/// <param name="echo">Compares what the response repeats of the request; null where nothing is.</param>
internal sealed class ResponseType<T>(Func<ValueReader, T> read, Func<Echo, T, Echo>? echo = null) : ResponseType
{
    internal override string? FindDifference(object response, RequestTarget request) =>
        echo?.Invoke(new Echo(request), (T)response).Difference;

    internal override object Read(ValueReader value) => read(value)!;

    internal override FapiResponse Complete(FapiResponse response, object value) => response.With((T)value);
}
