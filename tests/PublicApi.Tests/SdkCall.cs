using System.Collections;
using System.Reflection;
using System.Text.Json;
using Fapi.Contract;
using Fapi.Sdk;
using Fapi.Sdk.Options;
using Newtonsoft.Json;

namespace PublicApi.Tests;

/// <summary>Calls an operation of the SDK with arguments of the spec.</summary>
internal sealed class SdkCall(ContractOperation operation)
{
    private static int _hosts;

    private readonly PropertyInfo _fact = typeof(FapiOperations).GetProperties()
        .Single(property => ((FapiOperation)property.GetValue(null)!).Id == operation.Id);

    internal FapiOperation Operation => (FapiOperation)_fact.GetValue(null)!;

    internal MethodInfo Method => typeof(IFapiClient).GetMethod(_fact.Name + "Async")!;

    /// <summary>Parameters of the spec that callers give; the SDK adds the others itself.</summary>
    internal IEnumerable<ContractParameter> Arguments => operation.Parameters
        .Where(parameter => Method.GetParameters().Any(argument => IsSame(argument, parameter.Name)));

    /// <summary>The arguments without which the operation cannot be called.</summary>
    internal Dictionary<string, JsonElement> Required =>
        Arguments.Where(parameter => parameter.Required).ToDictionary(p => p.Name, Example);

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
        var values = Method.GetParameters().Select(parameter => Value(parameter, arguments)).ToArray();
        var error = await Record.ExceptionAsync(() =>
            (Task)Method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, values, CultureInfo.InvariantCulture)!);
        return (handler.Requests.SingleOrDefault(), error);
    }

    /// <summary>The example of the spec, or else a value that it allows.</summary>
    internal static JsonElement Example(ContractParameter parameter) =>
        parameter.Example ?? parameter.Default
            ?? (parameter.Enum.Count > 0 ? parameter.Enum[0] : Element(parameter.Type switch
            {
                "boolean" => true,
                "string" => new string('A', parameter.MinLength ?? 1),
                _ => parameter.Minimum ?? parameter.Maximum ?? 1,
            }));

    internal static JsonElement Element(object value) => System.Text.Json.JsonSerializer.SerializeToElement(value);

    // What a response says of a host, such as a ban, is remembered for all of its clients.
    private static Uri NextAddress() =>
        new(FormattableString.Invariant($"https://host{Interlocked.Increment(ref _hosts)}.invalid/"));

    private static object? Value(ParameterInfo parameter, IReadOnlyDictionary<string, JsonElement> arguments)
    {
        var (type, argument) = (parameter.ParameterType, arguments.FirstOrDefault(one => IsSame(parameter, one.Key)));
        if (argument.Key is null)
        {
            return type == typeof(CancellationToken) ? CancellationToken.None : null;
        }

        var isList = type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);
        var json = argument.Value.GetRawText();
        return JsonConvert.DeserializeObject(
            isList && argument.Value.ValueKind != JsonValueKind.Array ? $"[{json}]" : json, type);
    }

    // The generator turns what C# cannot have in a name into something else.
    private static bool IsSame(ParameterInfo parameter, string name) =>
        Letters(parameter.Name!).Equals(Letters(name), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string name) => new([.. name.Where(char.IsLetterOrDigit)]);
}
