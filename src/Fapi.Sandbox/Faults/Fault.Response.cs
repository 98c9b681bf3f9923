namespace Fapi.Sandbox;

/// <content>Responses given word for word; not processed unless <see cref="AfterProcessing"/> says so.</content>
public sealed partial class Fault
{
    private const string TokenCharacters = "!#$%&'*+-.^_`|~";

    /// <summary>Responds with exactly this, whatever it is; it is not checked against the contract.</summary>
    /// <param name="status">HTTP status, 200 to 599.</param>
    /// <param name="body">Body, sent as UTF-8; empty for none.</param>
    /// <param name="headers">
    /// The headers. Without a <c>Content-Type</c> among them it is <c>application/json</c>; with an empty one there is
    /// none. What the exchange would add, such as the used weight, is sent only when it is among them.
    /// </param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of its range.</exception>
    /// <exception cref="ArgumentException">A header cannot be sent, or the status allows no body.</exception>
    public static Fault Response(int status, string body = "", params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Response(status, Encoding.UTF8.GetBytes(body), headers);
    }

    /// <summary>Responds with exactly this, whatever it is; it is not checked against the contract.</summary>
    /// <param name="status">HTTP status, 200 to 599.</param>
    /// <param name="body">Body as it is sent; empty for none.</param>
    /// <param name="headers">As in <see cref="Response(int, string, ValueTuple{string, string}[])"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of its range.</exception>
    /// <exception cref="ArgumentException">A header cannot be sent, or the status allows no body.</exception>
    public static Fault Response(int status, byte[] body, params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(headers);
        if (Checked(status) is 204 or 205 or 304 && body.Length > 0)
        {
            throw new ArgumentException(Text($"A response with status {status} has no body."), nameof(body));
        }

        if (headers.Select(Refusal).OfType<string>().FirstOrDefault() is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(headers));
        }

        var type = headers.FirstOrDefault(header => IsContentType(header.Name));
        var contentType = type.Name is null ? "application/json" : type.Value.Length == 0 ? null : type.Value;
        var others = headers.Where(header => !IsContentType(header.Name));
        return Replaced(Text($"response {status}"), breaksContract: true, response: new(status, contentType, [.. body])
        {
            IsComplete = true,
            Headers = [.. others.Select(header => KeyValuePair.Create(header.Name, header.Value))],
        });
    }

    private static bool IsContentType(string name) => name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reason why a header cannot be sent; null when it can.</summary>
    private static string? Refusal((string Name, string Value) header) => header switch
    {
        { Name: null or "" } => "A header has a name.",
        _ when !header.Name.All(c => char.IsAsciiLetterOrDigit(c) || TokenCharacters.Contains(c)) =>
            $"'{header.Name}' is not the name of a header.",
        _ when header.Value?.All(c => c is '\t' or (>= ' ' and <= '~')) is not true =>
            $"The value of the header {header.Name} has to be printable ASCII.",
        _ when header.Name.ToUpperInvariant() is "CONTENT-LENGTH" or "TRANSFER-ENCODING" =>
            $"{header.Name} follows from the body; a response that is cut off is {nameof(EndWithinBody)}.",
        _ => null,
    };
}
