using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fapi.Leverage.Tool.Output;

/// <summary>What a plan changes, for scripts.</summary>
internal static class PlanJson
{
    internal static void Write(LeverageChanges changes, string exchange, string path, Terminal terminal) =>
        JsonReport.Write(
            new JsonObject
            {
                ["outcome"] = changes.All.Count == 0 ? "nothing_to_do" : "differences",
                ["environment"] = exchange,
                ["plan"] = path,
                ["changes"] = new JsonArray([.. changes.All.Select(ToJson)]),
                ["totals"] = Totals(Enum.GetValues<ChangeKind>(), kind => changes.All.Count(one => one.Kind == kind)),
                ["clamped"] = changes.All.Count(change => change.IsClamped),
                ["blocked"] = changes.All.Count(change => change.Block is not null),
                ["unchanged"] = changes.Unchanged,
                ["weight"] = changes.Weight,
                ["expectedMs"] = Math.Round(changes.Expected.TotalMilliseconds),
            },
            terminal);

    internal static JsonObject ToJson(LeverageChange change) => new()
    {
        ["kind"] = Name(change.Kind),
        ["symbol"] = change.Symbol,
        ["from"] = change.From,
        ["to"] = change.To,
        ["reason"] = change.Reason,
        ["block"] = change.Block,
        ["clamped"] = change.IsClamped,
    };

    internal static JsonObject Totals<T>(IEnumerable<T> keys, Func<T, int> count) where T : struct, Enum =>
        [.. keys.Select(key => KeyValuePair.Create(Name(key), (JsonNode?)count(key)))];

    /// <summary>Such as <c>marginType</c>.</summary>
    internal static string Name<T>(T value) where T : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
