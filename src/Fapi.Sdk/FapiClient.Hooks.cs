#if NET
using System.Runtime.CompilerServices;
#endif
using System.Text;
using Fapi.Sdk.Calls;
using Fapi.Sdk.Http;
using Fapi.Sdk.Signing;
using Fapi.Sdk.Telemetry;
using Newtonsoft.Json;

namespace Fapi.Sdk;

// Where this client leaves the stock generator, each by a template in Templates/ and by what stands here:
// - Parameters go into one pooled buffer of encoded bytes. What is signed is what is sent, and Uri changes nothing of it.
// - timestamp and signature are required by the spec and appended here, as the last thing before a request leaves.
// - An error answer is read here, before anything parses it: raw body kept, whatever it is.
// - No dictionary of headers and no serializer per answer; a POST without parameters in a body has no content type.
public partial class FapiClient
{
    internal const string ApiKeyHeader = "X-MBX-APIKEY";
    private const int MaxErrorBody = 64 * 1024;
    private const int MaxAnswer = 64 * 1024 * 1024;

    // When the exchange does not say how long: the shortest ban that it documents, and a guess.
    private static readonly TimeSpan ShortestBan = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan WithoutRetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Stamps and signs one attempt, and gives the request its address.</summary>
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
#endif
    private async ValueTask PrepareRequestAsync(Call call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (operation, target) = (call.Operation, call.Target);
        if (operation.NeedsApiKey)
        {
            var credentials = call.Credentials
                ?? throw new InvalidOperationException($"{operation.Id} needs an API key, and none is configured; set ApiKey and its secret, or CredentialsProvider. Nothing was sent.");
            request.Headers.TryAddWithoutValidation(ApiKeyHeader, credentials.ApiKey);
        }

        if (operation.NeedsSignature)
        {
            if (operation.AcceptsRecvWindow && _options.RecvWindow is { } recvWindow && !target.HasParameter("recvWindow"))
            {
                target.Add("recvWindow", recvWindow);
            }

            call.StampedBy = Clock.Measured;
            target.Add("timestamp", Clock.Stamp(target.Bytes.Span));
            var signer = Signer(call);
            var signature = call.SignatureBuffer(signer.MaxSignatureLength);
            var length = await signer.SignAsync(target.Query, signature, cancellationToken).ConfigureAwait(false);
            target.Add("signature", signature.Span.Slice(0, length));
        }

        request.RequestUri = RequestAddress.Of(_origin, target.Bytes);
        if (operation.Method != HttpMethod.Get)
        {
            // Content of no bytes: without any, the platform's handler resends the request by itself, with its old
            // stamp, when a reused connection closes before the answer, which may be after it was executed.
            request.Content = call.NoContent;
        }
    }

    private IRequestSigner Signer(Call call)
    {
        var operation = call.Operation;
        var signer = call.Credentials?.Signer
            ?? throw new InvalidOperationException($"{operation.Id} has to be signed, and no secret is configured; set ApiSecret, PrivateKeyFile or Signer. Nothing was sent.");
        Telemetry.Signing(call, signer);
        return signer;
    }

    /// <summary>Takes the used weight from every answer, and reads what was answered.</summary>
    /// <returns>What an answer that is an error says of the attempt; null for any other.</returns>
    private FapiException? ProcessResponse(Call call, HttpRequestMessage request, HttpResponseMessage response)
    {
        var usedWeight = ResponseHeaders.UsedWeight(response);
        if (usedWeight is { } counted)
        {
            UsedWeight = counted;
            Budget?.Correct(counted);
        }

        if (response.IsSuccessStatusCode)
        {
            return call.AnswerType is { } type ? ReadAnswer(call, type, request, response) : null;
        }

        var failure = FapiExceptionFactory.FromAnswer(call.Operation, response, Shown(call.Body, request), usedWeight, Clock.Now);
        HoldBack(failure);
        return failure;
    }

    /// <summary>After 429 and 418 nobody of this process sends on.</summary>
    private void HoldBack(FapiException failure)
    {
        if (failure.Outcome == FapiOutcome.Banned)
        {
            var ban = failure.RetryAfter ?? ShortestBan;
            Budget?.Ban(ban, failure.BannedUntil ?? Clock.Now + ban);
            Log.HostIsBanned(Telemetry.Logger, Telemetry.Server.Authority, ban.TotalSeconds);
        }
        else if (failure.StatusCode == 429)
        {
            var hold = failure.RetryAfter ?? WithoutRetryAfter;
            Budget?.Hold(hold);
            Log.HostIsHeld(Telemetry.Logger, Telemetry.Server.Authority, hold.TotalSeconds);
        }
    }

    private FapiException? ReadAnswer(Call call, AnswerType type, HttpRequestMessage request, HttpResponseMessage response)
    {
        var body = call.Body;
        try
        {
            call.Answer = body.IsTruncated
                ? throw new JsonReaderException($"The answer is longer than {MaxAnswer} bytes.")
                : _answers.Read(body, type);
            return null;
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or OverflowException or FormatException)
        {
            var reason = SecretMask.Of(request, ApiKeyHeader).Apply(e.Message);
            return FapiExceptionFactory.FromUnreadableAnswer(call.Operation, response, Shown(body, request), UsedWeight, reason);
        }
    }

    private static string Shown(ResponseBody body, HttpRequestMessage request) =>
        SecretMask.Of(request, ApiKeyHeader).Apply(Encoding.UTF8.GetString(body.Buffer, 0, Math.Min(body.Length, MaxErrorBody)));
}
