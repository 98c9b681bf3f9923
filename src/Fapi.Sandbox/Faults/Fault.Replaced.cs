namespace Fapi.Sandbox;

/// <content>Responses in place of the exchange's; not processed unless <see cref="AfterProcessing"/> says so.</content>
public sealed partial class Fault
{
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
    public static Fault RateLimited(TimeSpan retryAfter) => new("rate limit")
    {
        Replace = (errors, _) =>
            errors.Refuse("TOO_MANY_REQUESTS", "Too many requests.", 429).WithRetryAfter(retryAfter),
    };

    /// <summary>Responds with an HTML page, as a firewall or a proxy does.</summary>
    /// <param name="status">HTTP status, 200 to 599.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of its range.</exception>
    public static Fault Html(int status = 403) =>
        Replaced(Text($"HTML {status}"), breaksContract: true, response: new(Checked(status), "text/html",
            Encoding.UTF8.GetBytes(
                Text($"<html><head><title>{status}</title></head><body><h1>Request blocked</h1></body></html>"))));

    private static Fault Replaced(string name, ExchangeResponse response, bool breaksContract = false) =>
        new(name) { BreaksContract = breaksContract, Replace = (_, _) => response };

    private static int Checked(int status) => status is >= 200 and <= 599 ? status
        : throw new ArgumentOutOfRangeException(
            nameof(status), status, "The status of a response has to be between 200 and 599.");
}
