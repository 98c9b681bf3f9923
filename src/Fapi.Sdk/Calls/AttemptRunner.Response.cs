using Fapi.Sdk.Errors;
using Fapi.Sdk.Responses;
using Newtonsoft.Json;

namespace Fapi.Sdk.Calls;

// Reads the response of an attempt, and what it says to all clients of the host.
internal sealed partial class AttemptRunner
{
    // When the exchange does not say how long: the shortest ban that it documents, and a guess.
    private static readonly TimeSpan ShortestBan = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan WithoutRetryAfter = TimeSpan.FromSeconds(1);

    /// <returns>Null for a success that was read.</returns>
    private FapiException? Read(Call call, HttpRequestMessage request, HttpResponseMessage response, int? usedWeight)
    {
        var body = call.Body;
        if (!response.IsSuccessStatusCode || Failures.IsError(body))
        {
            var failure = Failures.FromResponse(
                call.Operation, response, body, Mask(request), usedWeight, clock.Now);
            HoldBack(failure);
            return failure;
        }

        if (call.ResponseType is not { } type)
        {
            return null;
        }

        HideEchoes(call, request);
        try
        {
            call.Response = body.IsTruncated
                ? throw new JsonReaderException($"The response is longer than {call.Operation.MaxResponseBytes} bytes.")
                : ResponseReader.Read(body, type);
            return type.FindDifference(call.Response, call.Target) is { } difference
                ? Failures.FromUnreadable(
                    call.Operation, response, body, Mask(request), usedWeight,
                    $"It is that of another request: {difference}.")
                : null;
        }
        catch (Exception e) when (
            e is JsonException or DecoderFallbackException or OverflowException or FormatException)
        {
            // JSON of another shape will come again. Where state changes, another attempt may still bring certainty.
            call.IsFinal = e is JsonSerializationException && !call.Operation.ChangesState;
            return Failures.FromUnreadable(call.Operation, response, body, Mask(request), usedWeight, e.Message);
        }
    }

    private static void HideEchoes(Call call, HttpRequestMessage request)
    {
        if (SecretMask.MayEcho(call.Body.Bytes, call.Credentials?.ApiKey, call.Signature))
        {
            var text = call.Body.ToString();
            if (Mask(request).Apply(text) is var masked && masked != text)
            {
                call.Body.Replace(masked);
            }
        }
    }

    /// <summary>Lets nobody of this process send on after 429 and 418.</summary>
    private void HoldBack(FapiException failure)
    {
        if (failure.Outcome == FapiOutcome.Banned)
        {
            var ban = failure.RetryAfter ?? ShortestBan;
            Budget?.Ban(ban, failure.BannedUntil ?? clock.Now + ban);
            telemetry.HostIsBanned(ban);
        }
        else if (failure.StatusCode == 429)
        {
            var hold = failure.RetryAfter ?? WithoutRetryAfter;
            Budget?.Hold(hold);
            telemetry.HostIsHeld(hold);
        }
    }
}
