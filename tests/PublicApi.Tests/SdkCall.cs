using System.Reflection;
using System.Text.Json;
using Fapi.Contract;
using Fapi.Sdk;
using Fapi.Sdk.Options;

namespace PublicApi.Tests;

/// <summary>Calls an operation of the SDK with arguments of the spec.</summary>
internal sealed class SdkCall(ContractOperation operation)
{
    private static int _hosts;

    private readonly PropertyInfo _fact = SpecArguments.FactOf(operation);

    internal FapiOperation Operation => (FapiOperation)_fact.GetValue(null)!;

    internal MethodInfo Method => typeof(IFapiClient).GetMethod(_fact.Name + "Async")!;

    /// <summary>Parameters of the spec that callers give; the SDK adds the others itself.</summary>
    internal IEnumerable<ContractParameter> Arguments => operation.Parameters
        .Where(parameter => Method.GetParameters().Any(argument => SpecArguments.IsSame(argument, parameter.Name)));

    /// <summary>The arguments without which the operation cannot be called.</summary>
    internal Dictionary<string, JsonElement> Required =>
        Arguments.Where(parameter => parameter.Required).ToDictionary(p => p.Name, SpecArguments.Example);

    /// <summary>Calls with <paramref name="arguments"/>, by their names on the wire.</summary>
    /// <returns>What was sent, if anything was, and how the call failed, if it did.</returns>
    internal async Task<(RecordedRequest? Sent, Exception? Error)> SendAsync(
        IReadOnlyDictionary<string, JsonElement> arguments, int status = 200, string? body = null)
    {
        using var handler = new RecordingHandler(status, body ?? operation.SuccessExample?.GetRawText() ?? "{}");
        using var http = new HttpClient(handler);
        var options = new FapiClientOptions
        {
            BaseAddress = NextAddress(),
            ApiKey = "key-of-a-listing",
            ApiSecret = "secret-of-a-listing"
        };
        options.Retry.MaxAttempts = 1;
        options.Time.Sync = TimeSync.Never;
        using var client = new FapiClient(http, options);
        var values = SpecArguments.For(Method, arguments);
        var error = await Record.ExceptionAsync(() =>
            (Task)Method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, values, CultureInfo.InvariantCulture)!);
        return (handler.Requests.SingleOrDefault(), error);
    }

    // What a response says of a host, such as a ban, is remembered for all of its clients.
    private static Uri NextAddress() =>
        new(FormattableString.Invariant($"https://host{Interlocked.Increment(ref _hosts)}.invalid/"));
}
