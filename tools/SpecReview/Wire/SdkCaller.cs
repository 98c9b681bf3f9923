using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Fapi.Sandbox;
using Fapi.SpecReview.Sides;

namespace Fapi.SpecReview.Wire;

/// <summary>Makes calls by one built SDK and tells what a server received.</summary>
internal sealed class SdkCaller(LoadedSdk sdk)
{
    private readonly Dictionary<string, PropertyInfo> _operations = sdk.Type("FapiOperations").GetProperties()
        .ToDictionary(property => (string)((dynamic)property.GetValue(null)!).Id);

    internal async Task<WireOutcome> CallAsync(ExampleCall call)
    {
        if (!_operations.TryGetValue(call.Operation, out var operation))
        {
            return new WireOutcome("(there is no such operation)", IsSent: false);
        }

        // The exchange of today, which takes whatever either side sends.
        await using var exchange = SandboxExchange.Start(options => options.CheckContract = false);
        exchange.Faults.Always(Fault.Answer(200, "{}"));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var client = (IDisposable)sdk.Client(http, exchange.BaseAddress);
        var method = Method(operation);
        try
        {
            await (Task)method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, Arguments(method, call), CultureInfo.InvariantCulture)!;
        }
        catch (Exception) when (exchange.Requests.Count > 0)
        {
            // The answer fits few operations; what was sent is known.
        }
        catch (ArgumentException e)
        {
            return new WireOutcome($"(refused: {e.Message.Split(" (Parameter")[0]})", IsSent: false);
        }

        return new WireOutcome(RequestLine.Of(exchange.Requests[0].Request, call.Arguments.Keys), IsSent: true);
    }

    /// <summary>Whether callers of an operation give a parameter of the spec.</summary>
    internal bool Takes(string operation, string name) =>
        _operations.TryGetValue(operation, out var property) && Method(property).GetParameters().Any(parameter => IsSame(parameter, name));

    private MethodInfo Method(PropertyInfo operation) => sdk.Type("IFapiClient").GetMethod(operation.Name + "Async")!;

    private object?[] Arguments(MethodInfo method, ExampleCall call) => [.. method.GetParameters().Select(parameter =>
        parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
        : call.Arguments.FirstOrDefault(argument => IsSame(parameter, argument.Key)) is { Key: not null } argument ? Value(argument.Value, parameter.ParameterType)
        : null)];

    // An array of one, where the example is none.
    private object? Value(JsonElement value, Type type) => sdk.Value(
        type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && value.ValueKind != JsonValueKind.Array ? $"[{value.GetRawText()}]" : value.GetRawText(),
        type);

    // The generator turns what C# cannot have in a name into something else.
    private static bool IsSame(ParameterInfo parameter, string name) => Letters(parameter.Name!).Equals(Letters(name), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string name) => new([.. name.Where(char.IsLetterOrDigit)]);
}
