#if NET
using System.Runtime.CompilerServices;
#endif
using System.Text;
using Fapi.Sdk.Errors;
using Fapi.Sdk.Limits;
using Fapi.Sdk.Options;
using Fapi.Sdk.Responses;
using Fapi.Sdk.Telemetry;
using Fapi.Sdk.Time;
using Newtonsoft.Json;

namespace Fapi.Sdk.Calls;

/// <summary>Makes one attempt: waits for its turn, stamps, signs, sends and reads the response.</summary>
internal sealed class AttemptRunner(
    HttpMessageInvoker http, FapiClientOptions options, ExchangeClock clock, ClientTelemetry telemetry)
{
    internal const string ApiKeyHeader = "X-MBX-APIKEY";
    private const int MaxErrorBody = 64 * 1024;
    private const int MaxBody = 64 * 1024 * 1024;

    // When the exchange does not say how long: the shortest ban that it documents, and a guess.
    private static readonly TimeSpan ShortestBan = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan WithoutRetryAfter = TimeSpan.FromSeconds(1);

    private readonly string _origin = options.BaseAddress!.GetLeftPart(UriPartial.Authority);

    internal HostBudget? Budget { get; } = options.Limits.Enabled
        ? HostBudgets.Get(options.BaseAddress!.GetLeftPart(UriPartial.Authority), options.TimeProvider)
        : null;

    /// <summary>Request weight that the latest response told; null before the first.</summary>
    internal int? UsedWeight { get; private set; }

    /// <returns>The failure; null for a success. Not thrown, as that costs much and most failures are not the
    /// end.</returns>
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    internal async ValueTask<Exception?> RunAsync(Call call, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage { Method = call.Operation.Method };
        var span = default(AttemptSpan);
        var share = default(WeightShare);
        call.BeginAttempt();
        try
        {
            CancellationToken token;
            while (true)
            {
                share = await EnterAsync(call, cancellationToken).ConfigureAwait(false);
                if (call.Operation.NeedsSignature)
                {
                    await clock.BeforeStampAsync(cancellationToken).ConfigureAwait(false);
                }

                token = call.StartTimeout(options.Retry.AttemptTimeout, cancellationToken);
                span = telemetry.StartAttempt(call.Info);
                await PrepareAsync(call, request, token).ConfigureAwait(false);
                if (share.TrySend())
                {
                    break;
                }

                // A hold or a ban began meanwhile: wait again, and stamp anew.
                call.StopTimeout();
                call.DropStamp();
                request.Headers.Clear();
                span.Dispose();
                span = default;
            }

            call.IsSent = call.IsUnderWay = true;
            using var response = await TransmitAsync(request, token).ConfigureAwait(false);
            var usedWeight = NoteUsedWeight(response);
            span.Responded((int)response.StatusCode, usedWeight);
            await call.Body.ReadAsync(
                response.Content, response.IsSuccessStatusCode ? MaxBody : MaxErrorBody, token).ConfigureAwait(false);
            return Read(call, request, response, usedWeight) is { } failure ? Failed(call, failure, span) : null;
        }
        catch (Exception e)
        {
            return Failed(call, Describe(call, request, e, cancellationToken), span);
        }
        finally
        {
            share.End();
            call.StopTimeout();
            span.Dispose();
        }
    }

    private ValueTask<WeightShare> EnterAsync(Call call, CancellationToken cancellationToken)
    {
        var turn = Budget?.EnterAsync(call.Operation, options.Limits, call.Remaining, cancellationToken) ?? default;
        return turn.IsCompletedSuccessfully ? turn : WaitAsync(turn, call);
    }

    private async ValueTask<WeightShare> WaitAsync(ValueTask<WeightShare> turn, Call call)
    {
        var before = call.Elapsed;
        try
        {
            return await turn.ConfigureAwait(false);
        }
        finally
        {
            telemetry.Waited(call.Operation, call.Elapsed - before);
        }
    }

    /// <summary>Stamps and signs, and gives the request its address.</summary>
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
#endif
    private async ValueTask PrepareAsync(Call call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (operation, target) = (call.Operation, call.Target);
        if (operation.NeedsApiKey)
        {
            var credentials = call.Credentials
                ?? throw NotConfigured(
                    operation,
                    "needs an API key, and none is configured; set ApiKey and its secret, or CredentialsProvider");
            request.Headers.TryAddWithoutValidation(ApiKeyHeader, credentials.ApiKey);
        }

        if (operation.NeedsSignature)
        {
            if (operation.AcceptsRecvWindow && options.RecvWindow is { } recvWindow
                && !target.HasParameter("recvWindow"))
            {
                target.Add("recvWindow", recvWindow);
            }

            call.StampedBy = clock.Measured;
            target.Add("timestamp", clock.Stamp(target.Query.Span));
            var signer = call.Credentials?.Signer
                ?? throw NotConfigured(
                    operation,
                    "has to be signed, and no secret is configured; set ApiSecret, PrivateKeyFile or Signer");
            telemetry.Signing(operation, target.Query, signer);
            var signature = call.SignatureBuffer(signer.MaxSignatureLength);
            var length = await signer.SignAsync(target.Query, signature, cancellationToken).ConfigureAwait(false);
            target.Add("signature", signature.Span.Slice(0, length));
        }

        request.RequestUri = target.ToUri(_origin);
        if (operation.Method != HttpMethod.Get)
        {
            // Content of no bytes: without any, the platform's handler resends the request by itself, with its old
            // stamp, when a reused connection closes before the response, which may be after it was executed.
            request.Content = call.NoContent;
        }
    }

    private static InvalidOperationException NotConfigured(FapiOperation operation, string what) =>
        new($"{operation.Id} {what}. Nothing was sent.");

    // HttpClient would read the whole response into a buffer of its own.
    private Task<HttpResponseMessage> TransmitAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        http is HttpClient client
        ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
        : http.SendAsync(request, cancellationToken);

    private int? NoteUsedWeight(HttpResponseMessage response)
    {
        if (ResponseHeaders.UsedWeight(response) is not { } usedWeight)
        {
            return null;
        }

        UsedWeight = usedWeight;
        Budget?.Correct(usedWeight);
        return usedWeight;
    }

    /// <returns>Null for a success that was read.</returns>
    private FapiException? Read(Call call, HttpRequestMessage request, HttpResponseMessage response, int? usedWeight)
    {
        if (!response.IsSuccessStatusCode)
        {
            var failure = Failures.FromResponse(
                call.Operation, response, Shown(call.Body, request), usedWeight, clock.Now);
            HoldBack(failure);
            return failure;
        }

        try
        {
            call.Response = call.ResponseType is not { } type ? null
                : call.Body.IsTruncated ? throw new JsonReaderException($"The response is longer than {MaxBody} bytes.")
                : ResponseReader.Read(call.Body, type);
            return null;
        }
        catch (Exception e) when (
            e is JsonException or DecoderFallbackException or OverflowException or FormatException)
        {
            var reason = Mask(request).Apply(e.Message);
            return Failures.FromUnreadable(
                call.Operation, (int)response.StatusCode, Shown(call.Body, request), UsedWeight, reason);
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

    private static Exception Failed(Call call, Exception failure, AttemptSpan span)
    {
        span.Failed(failure);
        if (failure is FapiException error)
        {
            call.Note(error);
        }

        return failure;
    }

    private static Exception Describe(
        Call call, HttpRequestMessage request, Exception exception, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested
            && exception is (HttpRequestException or OperationCanceledException or IOException or InvalidDataException)
            ? Failures.FromTransport(call.Operation, call.IsSent, Mask(request), exception)
            : exception;

    private static SecretMask Mask(HttpRequestMessage request) => SecretMask.FromRequest(request, ApiKeyHeader);

    private static string Shown(ResponseBody body, HttpRequestMessage request) =>
        Mask(request).Apply(Encoding.UTF8.GetString(body.Buffer, 0, Math.Min(body.Length, MaxErrorBody)));
}
