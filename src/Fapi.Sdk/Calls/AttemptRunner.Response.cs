using Fapi.Sdk.Errors;
using Fapi.Sdk.Responses;
using Newtonsoft.Json;

namespace Fapi.Sdk.Calls;

// Reads the response of an attempt, and what it says to all clients of the host.
internal sealed partial class AttemptRunner
{
    private const int MaxShownBody = 64 * 1024;

    // When the exchange does not say how long: the shortest ban that it documents, and a guess.
    private static readonly TimeSpan ShortestBan = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan WithoutRetryAfter = TimeSpan.FromSeconds(1);

    /// <returns>Null for a success that was read.</returns>
    private FapiException? Read(Call call, HttpRequestMessage request, HttpResponseMessage response, int? usedWeight)
    {
        var failure = response.IsSuccessStatusCode && !Failures.IsError(call.Body)
            ? null
            : Failures.FromResponse(
                call.Operation, response, call.Body, Tell(call, request, response, usedWeight), Mask(request),
                clock.Now);
        if (failure is { IsAlreadySet: false })
        {
            HoldBack(failure);
            return failure;
        }

        if (ReadValue(call, request) is { } fault)
        {
            return failure ?? Failures.FromUnreadable(
                call.Operation, Tell(call, request, response, usedWeight), Mask(request), fault);
        }

        call.AlreadySet = failure?.ExchangeCode;
        if (call.KeepsResponse)
        {
            var told = Tell(call, request, response, usedWeight);
            call.Response = call.ResponseType?.Complete(told, call.Response!) ?? told;
        }

        return null;
    }

    /// <returns>Why the body cannot be read; null when it was.</returns>
    private static string? ReadValue(Call call, HttpRequestMessage request)
    {
        if (call.ResponseType is not { } type)
        {
            return null;
        }

        if (call.Body.IsTruncated)
        {
            return $"The response is longer than {call.Operation.MaxResponseBytes} bytes.";
        }

        HideEchoes(call, request);
        try
        {
            call.Response = ResponseReader.Read(call.Body, type);
            return type.FindDifference(call.Response, call.Target) is { } difference
                ? $"It is that of another request: {difference}."
                : null;
        }
        catch (Exception e) when (
            e is JsonException or DecoderFallbackException or OverflowException or FormatException)
        {
            // JSON of another shape will come again. Where state changes, another attempt may still bring certainty.
            call.IsFinal = e is JsonSerializationException && !call.Operation.ChangesState;
            return e.Message;
        }
    }

    private static FapiResponse Tell(
        Call call, HttpRequestMessage request, HttpResponseMessage response, int? usedWeight)
    {
        var mask = Mask(request);
        return new FapiResponse
        {
            StatusCode = (int)response.StatusCode,
            Headers = ResponseHeaders.Copy(response, mask.Apply),
            RawBody = mask.Apply(call.Body.ToString(MaxShownBody)),
            UsedWeight = usedWeight,
            Attempts = call.AttemptNumber,
            Elapsed = call.Deadline.Elapsed,
            AlreadySet = call.AlreadySet is not null,
        };
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
