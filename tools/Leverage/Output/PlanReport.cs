using System.Text.Json;

namespace Fapi.Leverage.Tool.Output;

/// <summary>What a plan changes: equal changes in one row for people, by their kind; each apart for scripts.</summary>
internal static class PlanReport
{
    internal static void Write(LeverageChanges changes, Terminal terminal)
    {
        if (changes.All.Count > 0)
        {
            var table = Tables.Create("Change", "From", "To", "By", "Symbols");
            foreach (var kind in changes.All.GroupBy(change => change.Kind).OrderBy(kind => kind.Key))
            {
                var name = $"{Name(kind.Key)} ({kind.Count()})";
                foreach (var same in kind.GroupBy(one => (one.From, To: To(one), one.Reason)))
                {
                    Tables.Add(table, name, same.Key.From, same.Key.To, same.Key.Reason, Subjects(same));
                    name = "";
                }
            }

            Tables.Write(table, terminal);
            foreach (var block in changes.All.Where(change => change.Block is not null).GroupBy(change => change.Block))
            {
                terminal.Out.WriteLine(PrintableWriter.Escape($"Blocked: {Subjects(block)}. {block.Key}"));
            }
        }

        terminal.Out.WriteLine(Total(changes));
    }

    /// <summary>A sentence on all of it.</summary>
    internal static string Total(LeverageChanges changes)
    {
        var unchanged = $"{Count(changes.Unchanged, "symbol")} as wanted";
        if (changes.All.Count == 0)
        {
            return $"Nothing to do: {unchanged}.";
        }

        var blocked = changes.All.Count(one => one.Block is not null);
        var clamped = changes.All.Count(one => one.IsClamped);
        var time = changes.Expected < TimeSpan.FromSeconds(1) ? "under a second" : $"about {Time(changes.Expected)}";
        return $"{Count(changes.All.Count, "change")}"
            + (blocked > 0 ? $", {blocked} of them blocked" : "")
            + (clamped > 0 ? $", {clamped} clamped to the maximum of the brackets" : "")
            + $"; {unchanged}. Weight {Tables.Number(changes.Weight)}, {time}.";
    }

    internal static string Name(ChangeKind kind) => kind switch
    {
        ChangeKind.PositionMode => "Position mode",
        ChangeKind.MultiAssets => "Multi-assets mode",
        ChangeKind.MarginType => "Margin type",
        _ => "Leverage",
    };

    /// <summary>Such as <c>Leverage 20 → 5</c>.</summary>
    internal static string Step(LeverageChange change) => $"{Name(change.Kind)} {change.From} → {change.To}";

    internal static string Subjects(IEnumerable<LeverageChange> changes) =>
        string.Join(", ", changes.Select(change => change.Symbol ?? "account"));

    internal static string Count(int number, string thing) =>
        $"{Tables.Number(number)} {thing}{(number == 1 ? "" : "s")}";

    internal static string Time(TimeSpan time) => time.TotalSeconds < 100
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.#} min");

    private static string To(LeverageChange change) =>
        change.To + (change.IsClamped ? ", clamped" : "") + (change.Block is null ? "" : ", blocked");

    internal static JsonObject ToJson(LeverageChanges changes, string exchange, string path) => new()
    {
        ["outcome"] = changes.All.Count == 0 ? "nothing_to_do" : "differences",
        ["environment"] = exchange,
        ["plan"] = path,
        ["changes"] = JsonReport.ToArray(changes.All, ToJson),
        ["totals"] = Totals(Enum.GetValues<ChangeKind>(), kind => changes.All.Count(one => one.Kind == kind)),
        ["clamped"] = changes.All.Count(change => change.IsClamped),
        ["blocked"] = changes.All.Count(change => change.Block is not null),
        ["unchanged"] = changes.Unchanged,
        ["weight"] = changes.Weight,
        ["expectedMs"] = Math.Round(changes.Expected.TotalMilliseconds),
    };

    internal static JsonObject ToJson(LeverageChange change) => new()
    {
        ["kind"] = JsonName(change.Kind),
        ["symbol"] = change.Symbol,
        ["from"] = change.From,
        ["to"] = change.To,
        ["reason"] = change.Reason,
        ["block"] = change.Block,
        ["clamped"] = change.IsClamped,
    };

    internal static JsonObject Totals<T>(IEnumerable<T> keys, Func<T, int> count) where T : struct, Enum =>
        [.. keys.Select(key => KeyValuePair.Create(JsonName(key), (JsonNode?)count(key)))];

    /// <summary>Such as <c>marginType</c>.</summary>
    internal static string JsonName<T>(T value) where T : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
