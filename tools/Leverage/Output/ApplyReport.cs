namespace Fapi.Leverage.Tool.Output;

/// <summary>What became of each change: equal outcomes in one row for people, each apart for scripts.</summary>
internal static class ApplyReport
{
    internal static void Write(AppliedPlan applied, Terminal terminal)
    {
        var all = applied.Report.All;
        if (all.Count == 0)
        {
            return;
        }

        var table = Tables.Create("Outcome", "Changes", "What");
        foreach (var same in all.GroupBy(one => (one.Outcome, one.Message)).OrderBy(same => same.Key.Outcome))
        {
            var what = IsInPlan(same.Key.Outcome) ? [] : same.Select(one => one.Change).GroupBy(PlanReport.Step)
                .Select(step => $"{step.Key}: {PlanReport.Subjects(step)}.");
            Tables.Add(
                table, Name(same.Key.Outcome), Tables.Number(same.Count()),
                string.Join(' ', what.Append(same.Key.Message)).Trim());
        }

        Tables.Write(table, terminal);
        var tried = all.Count - applied.Count(ChangeOutcome.NotTried);
        var rate = tried / Math.Max(applied.Elapsed.TotalSeconds, 0.001);
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Tables.Number(Proved(applied))} of {PlanReport.Count(all.Count, "change")} proved by reading back, in "
            + $"{PlanReport.Time(applied.Elapsed)}, {rate:0.#} a second."));
        if (applied.Report.EndedBy is { } reason)
        {
            terminal.Out.WriteLine(PrintableWriter.Escape(
                $"Ended early: {reason} Run the same command again to go on; what is done is not repeated."));
        }
    }

    internal static JsonObject ToJson(AppliedPlan applied, string exchange, string path) => new()
    {
        ["outcome"] = applied.Outcome,
        ["environment"] = exchange,
        ["plan"] = path,
        ["changes"] = JsonReport.ToArray(applied.Report.All, ToJson),
        ["totals"] = PlanReport.Totals(Enum.GetValues<ChangeOutcome>(), applied.Count),
        ["endedBy"] = applied.Report.EndedBy,
        ["elapsedMs"] = Math.Round(applied.Elapsed.TotalMilliseconds, 1),
    };

    // What went as planned, or not at all, stands in the plan above.
    private static bool IsInPlan(ChangeOutcome outcome) =>
        outcome is ChangeOutcome.Done or ChangeOutcome.AlreadySo or ChangeOutcome.NotTried;

    private static int Proved(AppliedPlan applied) => applied.Count(ChangeOutcome.Done)
        + applied.Count(ChangeOutcome.AlreadySo) + applied.Count(ChangeOutcome.Clamped);

    private static JsonObject ToJson(ChangeReport one)
    {
        var json = PlanReport.ToJson(one.Change);
        json["outcome"] = PlanReport.JsonName(one.Outcome);
        json["message"] = one.Message;
        return json;
    }

    private static string Name(ChangeOutcome outcome) => outcome switch
    {
        ChangeOutcome.AlreadySo => "Already so",
        ChangeOutcome.NotTried => "Not tried",
        _ => outcome.ToString(),
    };
}
