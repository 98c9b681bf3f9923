namespace Fapi.Leverage.Tool.Calls;

/// <summary>A plan of the user, and what it changes of an account.</summary>
internal static class PlanFile
{
    internal static LeveragePlan Read(string path)
    {
        try
        {
            return LeveragePlan.Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WrongInputException($"The plan '{path}' cannot be read: "
                + (Directory.Exists(path) ? "It is a folder." : e.Message));
        }
    }

    /// <summary>Finds what a plan changes; the user's cap holds for it, too.</summary>
    internal static async Task<LeverageChanges> CompareAsync(
        LeveragePlan plan, LeverageManager manager, LeverageCap? cap, CancellationToken cancellationToken)
    {
        var changes = await manager.PlanAsync(plan, cancellationToken);
        var above = changes.All.Where(change => change.Kind == ChangeKind.Leverage
            && int.Parse(change.To, CultureInfo.InvariantCulture) > cap?.Maximum).ToList();
        return above.Count == 0 ? changes : throw new WrongInputException(
            $"{cap!.Name} allows at most {cap.Maximum}; the plan wants {above[0].To} for {above[0].Symbol}"
            + $"{(above.Count == 1 ? "" : $", and too much for {above.Count - 1} more")}.");
    }
}
