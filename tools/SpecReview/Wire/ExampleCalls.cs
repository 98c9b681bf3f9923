using System.Text.Json;
using Fapi.Contract;

namespace Fapi.SpecReview.Wire;

/// <summary>Calls of every operation of two specs: with what is required, with everything, and with each limit that is not the same in both.</summary>
internal static class ExampleCalls
{
    /// <param name="before">The spec before.</param>
    /// <param name="after">The spec after.</param>
    /// <param name="isArgument">Whether callers give a parameter, by operation and name; others are the SDK's own business.</param>
    internal static IEnumerable<ExampleCall> Of(ContractDocument before, ContractDocument after, Func<string, string, bool> isArgument)
    {
        var ids = before.Operations.Concat(after.Operations).Select(operation => operation.Id).Distinct();
        return ids.SelectMany(id => Of(id, Parameters(before, id, isArgument), Parameters(after, id, isArgument)));
    }

    private static IEnumerable<ExampleCall> Of(string id, IReadOnlyList<ContractParameter> before, IReadOnlyList<ContractParameter> after)
    {
        var parameters = before.Concat(after).ToList();
        var all = parameters.GroupBy(parameter => parameter.Name).ToDictionary(group => group.Key, group => Example(group.First()));
        var required = parameters.Where(parameter => parameter.Required).Select(parameter => parameter.Name).ToHashSet();
        var least = all.Where(argument => required.Contains(argument.Key)).ToDictionary();
        yield return new ExampleCall(id, "with what is required", least);
        if (all.Count > least.Count)
        {
            yield return new ExampleCall(id, "with everything", all);
        }

        foreach (var (left, right) in before.Join(after, parameter => parameter.Name, parameter => parameter.Name, (left, right) => (left, right)))
        {
            var (old, now) = (Limits(left), Limits(right));
            foreach (var (text, value) in old.Where(limit => !now.ContainsKey(limit.Key)).Concat(now.Where(limit => !old.ContainsKey(limit.Key))))
            {
                yield return new ExampleCall(id, $"with {left.Name} = {text}", new Dictionary<string, JsonElement>(least) { [left.Name] = value });
            }
        }
    }

    private static IReadOnlyList<ContractParameter> Parameters(ContractDocument document, string id, Func<string, string, bool> isArgument) =>
        [.. document.Operations.Where(operation => operation.Id == id).SelectMany(operation => operation.Parameters).Where(parameter => isArgument(id, parameter.Name))];

    /// <summary>The example of the spec, or else a value that it allows.</summary>
    private static JsonElement Example(ContractParameter parameter) =>
        parameter.Example ?? parameter.Default ?? (parameter.Enum.Count > 0 ? parameter.Enum[0] : JsonSerializer.SerializeToElement<object>(parameter.Type switch
        {
            "boolean" => true,
            "string" => new string('A', parameter.MinLength ?? 1),
            _ => parameter.Minimum ?? parameter.Maximum ?? 1,
        }));

    /// <summary>The values at the edge of what the spec allows.</summary>
    private static Dictionary<string, JsonElement> Limits(ContractParameter parameter)
    {
        var limits = new Dictionary<string, JsonElement>();
        foreach (var number in new[] { parameter.Minimum, parameter.Maximum }.OfType<decimal>())
        {
            limits[$"{number}"] = JsonSerializer.SerializeToElement(number);
        }

        foreach (var length in new[] { parameter.MinLength, parameter.MaxLength }.OfType<int>())
        {
            limits[$"{length} characters"] = JsonSerializer.SerializeToElement(new string('A', length));
        }

        foreach (var value in parameter.Enum)
        {
            limits[$"{value}"] = value;
        }

        return limits;
    }
}
