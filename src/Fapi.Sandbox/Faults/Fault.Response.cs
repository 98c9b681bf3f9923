namespace Fapi.Sandbox;

/// <content>
/// Responses in place of the exchange's, not processed unless <see cref="AfterProcessing"/> says so; and faults that
/// break the body of the exchange's own, for which the request is processed.
/// </content>
public sealed partial class Fault
{
    private const string TokenCharacters = "!#$%&'*+-.^_`|~";

    /// <summary>Responds with an exchange code.</summary>
    /// <param name="code">Any code, such as -1021; one that the contract does not list is fine too.</param>
    /// <param name="message">Message; by default the meaning that the contract gives the code.</param>
    /// <param name="status">HTTP status; by default the one with which the contract shows the code, else 400.</param>
    /// <returns>The fault.</returns>
    public static Fault Code(int code, string? message = null, int? status = null) => new(Text($"code {code}"))
    {
        Replace = (errors, _) => ExchangeResponse.FromError(
            status ?? errors.StatusOf(code), code, message ?? errors.MeaningOf(code)),
    };

    /// <summary>Responds with a status and an error body.</summary>
    /// <param name="status">HTTP status, 200 to 599.</param>
    /// <param name="message">Message in the body.</param>
    /// <param name="code">Exchange code in the body, -1000 (unknown error) by default.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of its range.</exception>
    public static Fault Status(int status, string message = "", int code = -1000) =>
        Replaced(Text($"status {status}"), ExchangeResponse.FromError(Checked(status), code, message));

    /// <summary>Responds with 429 with <c>Retry-After</c>.</summary>
    /// <param name="retryAfter">Time to wait, in whole seconds.</param>
    /// <returns>The fault.</returns>
    public static Fault RateLimited(TimeSpan retryAfter) =>
        new("rate limit") { Replace = (errors, _) => errors.RefuseRate(retryAfter) };

    /// <summary>Responds with an HTML page, as a firewall or a proxy does.</summary>
    /// <param name="status">HTTP status, 200 to 599.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of its range.</exception>
    public static Fault Html(int status = 403) =>
        Replaced(Text($"HTML {status}"), breaksContract: true, response: new(Checked(status), "text/html",
            Encoding.UTF8.GetBytes(
                Text($"<html><head><title>{status}</title></head><body><h1>Request blocked</h1></body></html>"))));

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

    /// <summary>The status of the true response, without its body.</summary>
    public static Fault EmptyBody { get; } = Body("empty body", _ => []);

    /// <summary>The first half of the true response; a complete HTTP message, but not complete JSON.</summary>
    public static Fault TruncatedJson { get; } = Body("truncated JSON", body => body[..(body.Length / 2)]);

    /// <summary>The true response with bytes in it that are not UTF-8.</summary>
    public static Fault NotUtf8 { get; } = Body(
        "not UTF-8", body => [.. body[..1], .. "\""u8, 0xC3, 0x28, 0xFF, 0xFE, .. "\":1,"u8, .. body[1..]]);

    /// <summary>The true response, made long by an undocumented property in front.</summary>
    /// <param name="bytes">Length of the body in bytes, at least that of the true response; 10 MB by default.</param>
    /// <returns>The fault.</returns>
    public static Fault BigBody(int bytes = 10_000_000)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return Body(Text($"body of {bytes} bytes"), body =>
        {
            const string start = "{\"padding\":\"";
            const string end = "\",";
            var filler = new string('x', Math.Max(0, bytes - body.Length + 1 - start.Length - end.Length));
            return [.. Encoding.ASCII.GetBytes(start + filler + end), .. body[1..]];
        });
    }

    private static Fault Replaced(string name, ExchangeResponse response, bool breaksContract = false) =>
        new(name) { BreaksContract = breaksContract, Replace = (_, _) => response };

    private static int Checked(int status) => status is >= 200 and <= 599 ? status
        : throw new ArgumentOutOfRangeException(
            nameof(status), status, "The status of a response has to be between 200 and 599.");

    private static Fault Body(string name, Func<byte[], byte[]> change) => new(name)
    {
        IsProcessed = true,
        BreaksContract = true,
        Replace = (_, whole) => whole!.Body.Length == 0 ? whole : whole with { Body = change(whole.Body) },
    };

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
