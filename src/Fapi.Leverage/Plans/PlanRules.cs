namespace Fapi.Leverage;

/// <summary>What has to hold of a plan before anything of the account is known.</summary>
internal static class PlanRules
{
    internal static readonly string[] MarginTypes = [MarginType.Isolated.Value, MarginType.Crossed.Value];

    internal static List<PlanError> Check(LeveragePlan plan, bool wantsSomething = false)
    {
        var wishes = plan.Symbols.Select(wish => (Path: $"symbols/{wish.Key}", Wish: wish.Value))
            .Prepend((Path: "defaults", Wish: plan.Defaults)).ToList();
        var errors = wishes.SelectMany(wish => Errors(plan, wish.Path, wish.Wish)).ToList();
        if (plan.MaxLeverage is { } max and < 1)
        {
            errors.Insert(0, plan.Text.Error("maxLeverage", Least("maxLeverage", max)));
        }

        if (!wantsSomething && errors.Count == 0
            && plan is { MaxLeverage: null, PositionMode: null, MultiAssets: null }
            && wishes.All(wish => wish.Wish is { Leverage: null, MarginType: null }))
        {
            errors.Add(plan.Text.Error(
                "symbols", "The plan wants nothing: it names no leverage, no margin type and no mode."));
        }

        return errors;
    }

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
