#if NET
using System.Runtime.CompilerServices;
#endif
using Fapi.Sdk.Errors;
using Fapi.Sdk.Requests;
using Fapi.Sdk.Signing;
using Fapi.Sdk.Time;

namespace Fapi.Sdk.Calls;

// Stamps and signs a request, and gives it its address.
internal sealed partial class AttemptRunner
{
    internal const string ApiKeyHeader = "X-MBX-APIKEY";

    private static readonly TimeSpan UntilNextStamp = TimeSpan.FromMilliseconds(10);

    private readonly string _origin = options.BaseAddress!.GetLeftPart(UriPartial.Authority);

    private ValueTask PrepareAsync(Call call, HttpRequestMessage request) =>
        call.Operation.NeedsSignature && !TryStamp(call) ? StampLaterAsync(call, request) : SignAsync(call, request);

    private async ValueTask StampLaterAsync(Call call, HttpRequestMessage request)
    {
        var deadline = call.Deadline;
        do
        {
            await deadline.WaitAsync(
                new ValueTask(options.TimeProvider.DelayAsync(UntilNextStamp, deadline.Token))).ConfigureAwait(false);
        }
        while (!TryStamp(call));

        deadline.Limit(options.Retry.AttemptTimeout);
        await SignAsync(call, request).ConfigureAwait(false);
    }

    private ValueTask SignAsync(Call call, HttpRequestMessage request)
    {
        var operation = call.Operation;
        if (call.Headers is { } headers)
        {
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

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
            var signer = call.Credentials?.Signer
                ?? throw NotConfigured(
                    operation,
                    "has to be signed, and no secret is configured; set ApiSecret, PrivateKeyFile or Signer");
            telemetry.Signing(operation, call.Target.Signed, signer);
            if (!TrySign(call, request, signer, out var pending))
            {
                return FinishAsync(call, request, signer, pending);
            }
        }

        Address(call, request);
        return default;
    }

    private bool TryStamp(Call call)
    {
        var target = call.Target;
        if (call.Operation.AcceptsRecvWindow && (call.Options?.RecvWindow ?? options.RecvWindow) is { } recvWindow
            && !target.HasParameter("recvWindow"))
        {
            target.Add("recvWindow", recvWindow);
        }

        call.StampedBy = clock.Measured;
        if (!clock.TryStamp(target.Signed.Span, out var stamp))
        {
            return false;
        }

        target.Add("timestamp", stamp);
        return true;
    }

    /// <returns>False when the signature is still to come.</returns>
    private static bool TrySign(
        Call call, HttpRequestMessage request, IRequestSigner signer, out ValueTask<int> pending)
    {
        var signature = call.SignatureBuffer(signer.MaxSignatureLength);
        try
        {
            pending = signer.SignAsync(call.Target.Signed, signature, call.Deadline.Token);
            if (!pending.IsCompletedSuccessfully)
            {
                return false;
            }

            call.AddSignature(pending.Result);
            return true;
        }
        catch (Exception e) when (IsFault(call, e))
        {
            throw SignerFailed(call, request, signer, e);
        }
    }

#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
#endif
    private async ValueTask FinishAsync(
        Call call, HttpRequestMessage request, IRequestSigner signer, ValueTask<int> pending)
    {
        try
        {
            call.AddSignature(
                await call.Deadline.WaitAsync(pending, options.Retry.AttemptTimeout).ConfigureAwait(false));
        }
        catch (Exception e) when (IsFault(call, e))
        {
            throw SignerFailed(call, request, signer, e);
        }

        Address(call, request);
    }

    private void Address(Call call, HttpRequestMessage request)
    {
        request.RequestUri = call.Target.ToUri(_origin);
        if (call.Target.HasForm)
        {
            request.Content = new RequestContent(call.Target.Form);
        }
        else if (call.Operation.ChangesState)
        {
            // Content of no bytes: without any, the platform's handler resends the request by itself, with its old
            // stamp, when a reused connection closes before the response, which may be after it was executed.
            request.Content = call.Content;
        }
    }

    private static bool IsFault(Call call, Exception exception) =>
        exception is not OperationCanceledException || !call.Deadline.Token.IsCancellationRequested;

    private static FapiException SignerFailed(
        Call call, HttpRequestMessage request, IRequestSigner signer, Exception exception) =>
        Failures.SignerFailed(
            call.Operation, signer.GetType().Name, Mask(request), exception);

    private static InvalidOperationException NotConfigured(FapiOperation operation, string what) =>
        new($"{operation.Id} {what}. Nothing was sent.");
}
