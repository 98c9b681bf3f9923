using System.Text.Json;
using Fapi.Contract;
using Fapi.Sdk;

namespace PublicApi.Tests;

/// <summary>Lists for each operation its request and its meaning, as the SDK has them.</summary>
internal sealed class OperationListing(ContractDocument spec)
{
    internal const string Name = "Operations";

    private static readonly string[] PlainHeaders = ["Host", "Content-Length"];
    private static readonly string[] Known = [
        nameof(FapiOperation.Id), nameof(FapiOperation.Method), nameof(FapiOperation.Path)];
    private readonly StringBuilder _text = new();

    internal async Task<string> ReadAsync()
    {
        foreach (var operation in spec.Operations)
        {
            await AddAsync(operation, new SdkCall(operation));
        }

        await AddOutcomesAsync();
        return _text.ToString();
    }

    private async Task AddAsync(ContractOperation operation, SdkCall call)
    {
        var all = call.Arguments.ToDictionary(parameter => parameter.Name, SpecArguments.Example);
        Add($"{operation.Id}: {operation.Summary}");
        Add($"  sends             {await RequestAsync(call, call.Required)}");
        if (all.Count > call.Required.Count)
        {
            Add($"  with all          {await RequestAsync(call, all)}");
        }

        foreach (var (name, value) in call.Arguments.SelectMany(OutOfBounds))
        {
            var (sent, error) = await call.SendAsync(
                new Dictionary<string, JsonElement>(call.Required) { [name] = value });
            Add(
                sent is null ? $"  refuses           {error!.Message.Split(" (Parameter")[0]}"
                    : $"  sends             {name}={value}, out of bounds");
        }

        foreach (var fact in typeof(FapiOperation).GetProperties().Where(fact => !Known.Contains(fact.Name)))
        {
            Add($"  {fact.Name,-18}{Convert.ToString(fact.GetValue(call.Operation), CultureInfo.InvariantCulture)}");
        }

        Add($"  documented        {string.Join(", ", operation.Responses.Select(response => response.Status))}");
        foreach (var field in ResponseFields.Read(call.Method.ReturnType))
        {
            Add($"  returns           {field}");
        }

        Add("");
    }

    /// <summary>Adds the outcome of a failed call for each rule of <c>x-outcomes</c> and any other status.</summary>
    private async Task AddOutcomesAsync()
    {
        var call = new SdkCall(spec.Operations[0]);
        Add("outcomes of a call whose response is");
        foreach (var rule in spec.Extensions["x-outcomes"].EnumerateArray())
        {
            var (status, code, message) = (Text(rule, "status"), Text(rule, "code"), Text(rule, "message"));
            var sent = int.Parse(
                status?.Replace("XX", "00", StringComparison.Ordinal) ?? "400", CultureInfo.InvariantCulture);
            var needs = (Text(rule, "hasCode"), Text(rule, "changesState")) switch
            {
                ({ } hasCode, _) => $"hasCode: {hasCode}",
                (_, { } changesState) => $"changesState: {changesState}",
                _ => null,
            };
            var told = string.Join(", ", new[] { status ?? "any status", code, message, needs }.OfType<string>());
            Add($"  {told} → {await OutcomesAsync(Text(rule, "outcome"), call, sent, code ?? "-9999", message ?? "")}");
        }

        foreach (var operation in spec.Operations)
        {
            var outcome = await OutcomeAsync(new SdkCall(operation), 400, "null", "");
            Add($"  400 to {operation.Id}, without a code → {outcome}");
        }

        foreach (var status in new[] { 300, 500, 503 })
        {
            Add($"  {status} → {await OutcomeAsync(call, status, "-9999", "")}");
        }
    }

    /// <summary>A state that was so already is a success of the operations whose response can say so.</summary>
    private async Task<string> OutcomesAsync(string? rule, SdkCall call, int status, string code, string message)
    {
        var calls = rule == "AlreadySet" ? spec.Operations.Select(operation => new SdkCall(operation)) : [call];
        var outcomes = await Task.WhenAll(calls.Select(one => OutcomeAsync(one, status, code, message)));
        return string.Join(" or ", outcomes.Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task<string> OutcomeAsync(SdkCall call, int status, string code, string message)
    {
        var body = $$"""{"code":{{code}},"msg":{{JsonSerializer.Serialize(message)}}}""";
        var (_, error) = await call.SendAsync(call.Required, status, body);
        return error is FapiException known ? $"{known.Outcome}" : $"{error?.GetType().Name ?? "success"}";
    }

    /// <summary>First line of the request and the headers that no plain one has; values that differ each time are left
    /// out.</summary>
    private static async Task<string> RequestAsync(SdkCall call, Dictionary<string, JsonElement> arguments)
    {
        var (sent, error) = await call.SendAsync(arguments);
        if (sent is null)
        {
            throw new InvalidOperationException($"Nothing was sent for {call.Operation.Id}.", error);
        }

        var (path, query) = sent.Target.Split('?', 2) is [var before, var after] ? (before, after) : (sent.Target, "");
        var shown = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(
                pair => arguments.ContainsKey(Uri.UnescapeDataString(pair.Split('=')[0])) ? pair
                    : pair.Split('=')[0] + "=…");
        var target = string.Join('?', new[] { path, string.Join('&', shown) }.Where(part => part.Length > 0));
        var headers = string.Concat(
            sent.Headers.Select(header => header.Key).Except(PlainHeaders).Order(StringComparer.Ordinal)
                .Select(name => $"  + {name}"));
        return $"{sent.Method} {target}{headers}";
    }

    private static IEnumerable<(string Name, JsonElement Value)> OutOfBounds(ContractParameter parameter)
    {
        foreach (var number in new[] { parameter.Minimum - 1, parameter.Maximum + 1 }.OfType<decimal>())
        {
            yield return (parameter.Name, SpecArguments.Element(number));
        }

        foreach (var length in new[] { parameter.MinLength - 1, parameter.MaxLength + 1 }.OfType<int>()
            .Where(length => length >= 0))
        {
            yield return (parameter.Name, SpecArguments.Element(new string('A', length)));
        }
    }

    private static string? Text(JsonElement rule, string key) =>
        rule.TryGetProperty(key, out var value) ? value.ToString() : null;

    private void Add(string line) => _text.Append(line).Append('\n');
}
