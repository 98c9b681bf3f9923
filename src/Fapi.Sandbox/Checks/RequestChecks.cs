using System.Buffers;

namespace Fapi.Sandbox.Checks;

/// <summary>All checks of a request, and those of who sent it to where.</summary>
internal sealed class RequestChecks(ErrorTable errors, ContractDocument document, SandboxAccounts accounts)
{
    private const int KeyLength = 64;
    private static readonly SearchValues<char> LegalInKey =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private readonly ParameterChecks _parameters = new(errors, document);
    private readonly SignatureCheck _signature = new(errors);

    /// <summary>Checks in the order in which the exchange refuses: who you are before what you want.</summary>
    /// <returns>The refusal; null when the request may be carried out.</returns>
    public ExchangeResponse? Check(ExchangeCall call) =>
        CheckWeight(call) ?? CheckRoute(call) ?? CheckApiKey(call) ?? _parameters.CheckCount(call)
        ?? _signature.Check(call) ?? _parameters.CheckNames(call) ?? _parameters.CheckValues(call);

    /// <summary>429 when the weight of the IP is used up, 418 when it went on all the same.</summary>
    private ExchangeResponse? CheckWeight(ExchangeCall call) => call.Weight switch
    {
        { BannedUntil: { } until, RetryAfter: { } wait } => errors.Refuse("TOO_MANY_REQUESTS",
            $"Way too many requests; IP banned until {until.ToUnixTimeMilliseconds()}.", 418).WithRetryAfter(wait),
        { RetryAfter: { } wait } => errors.RefuseRate(wait),
        _ => null,
    };

    /// <summary>-1020 with status 404 for what the contract does not offer.</summary>
    private ExchangeResponse? CheckRoute(ExchangeCall call) =>
        call.Match is null ? errors.Refuse("UNSUPPORTED_OPERATION", status: 404) : null;

    /// <summary>-2014 for a missing or malformed API key, -2015 for one that this exchange does not know.</summary>
    /// <remarks>A key of another environment is a key of another exchange: -2015.</remarks>
    private ExchangeResponse? CheckApiKey(ExchangeCall call)
    {
        if (call.Operation.Security.SelectMany(alternative => alternative)
            .FirstOrDefault(scheme => scheme is { Type: "apiKey", In: "header" }) is not { Name: { } header })
        {
            return null;
        }

        var sent = call.Request.Header(header) ?? "";
        (call.Key, call.Account) = accounts.Find(sent);
        return call.Key is not null ? null
            : sent.Length != KeyLength || sent.AsSpan().ContainsAnyExcept(LegalInKey) ? errors.Refuse("BAD_API_KEY_FMT")
            : errors.Refuse("REJECTED_MBX_KEY");
    }
}
