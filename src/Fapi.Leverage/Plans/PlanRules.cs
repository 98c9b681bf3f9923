namespace Fapi.Leverage;

/// <summary>What has to hold of a plan before anything of the account is known.</summary>
internal static class PlanRules
{
    internal static readonly string[] MarginTypes = [MarginType.Isolated.Value, MarginType.Crossed.Value];

    internal static List<PlanError> Check(LeveragePlan plan, bool wantsSomething = false)
    {
        var errors = Errors(plan).ToList();
        if (!wantsSomething && errors.Count == 0 && WantsNothing(plan))
        {
            errors.Add(plan.Text.Error(
                "symbols", "The plan wants nothing: it names no leverage, no margin type and no mode."));
        }

        return errors;
    }

    private static IEnumerable<PlanError> Errors(LeveragePlan plan)
    {
        if (plan.MaxLeverage < 1)
        {
            yield return plan.Text.Error("maxLeverage", Least("maxLeverage", plan.MaxLeverage.Value));
        }

        foreach (var error in Wishes(plan).SelectMany(wish => Errors(plan, wish.Key, wish.Value)))
        {
            yield return error;
        }
    }

    private static bool WantsNothing(LeveragePlan plan) =>
        plan is { MaxLeverage: null, PositionMode: null, MultiAssets: null }
        && Wishes(plan).All(wish => wish.Value is { Leverage: null, MarginType: null });

    private static IEnumerable<KeyValuePair<string, SymbolWish>> Wishes(LeveragePlan plan) => plan.Symbols
        .Select(wish => KeyValuePair.Create($"symbols/{wish.Key}", wish.Value))
        .Prepend(KeyValuePair.Create("defaults", plan.Defaults));

    private static IEnumerable<PlanError> Errors(LeveragePlan plan, string path, SymbolWish wish)
    {
        if (wish.Leverage < 1)
        {
            yield return plan.Text.Error($"{path}/leverage", Least("leverage", wish.Leverage.Value));
        }
        else if (wish.Leverage > plan.MaxLeverage)
        {
            yield return plan.Text.Error($"{path}/leverage",
                $"leverage is {wish.Leverage}, above maxLeverage, which is {plan.MaxLeverage}.");
        }

        if (wish.MarginType is { } type && !MarginTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            yield return plan.Text.Error($"{path}/marginType",
                $"marginType is '{PlanText.Short(type)}'; it has to be {string.Join(" or ", MarginTypes)}.");
        }
    }

    private static string Least(string key, int value) =>
        string.Create(CultureInfo.InvariantCulture, $"{key} is {value}; it has to be 1 or more.");
}
