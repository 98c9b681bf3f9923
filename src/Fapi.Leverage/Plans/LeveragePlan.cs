using System.Security.Cryptography;

namespace Fapi.Leverage;

/// <summary>What is wanted for an account and its symbols. What it does not name is not touched.</summary>
public sealed class LeveragePlan
{
    /// <summary>Leverage that no symbol may exceed, whatever the rest of the plan says: a symbol above it is lowered,
    /// unless it is excluded. Null sets no such cap.</summary>
    public int? MaxLeverage { get; init; }

    /// <summary>Position mode of the account.</summary>
    public WantedPositionMode? PositionMode { get; init; }

    /// <summary>Whether the account is in multi-assets mode.</summary>
    public bool? MultiAssets { get; init; }

    /// <summary>What is wanted for each symbol that trades, where <see cref="Symbols"/> does not say
    /// otherwise.</summary>
    public SymbolWish Defaults { get; init; } = new();

    /// <summary>What is wanted for a symbol, or for those that match a pattern with <c>*</c> and <c>?</c>. A name wins
    /// over patterns, a later pattern over an earlier one, for each value apart.</summary>
    public IReadOnlyList<KeyValuePair<string, SymbolWish>> Symbols { get; init; } = [];

    /// <summary>Symbols, or patterns, that are not touched at all.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Reads a plan from YAML or JSON.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">Name of the plan in errors, such as its file.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="LeveragePlanException">The plan is wrong; holds all errors, with line and column.</exception>
    public static LeveragePlan Parse(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        var places = new PlanText(name);
        var errors = new List<PlanError>();
        var plan = new PlanReader(places, errors).Read(new PlanYaml(text, places).Read());
        errors.AddRange(PlanRules.Check(plan, wantsSomething: errors.Count > 0));
        PlanText.ThrowIfAny(errors);
        return plan;
    }

    /// <summary>Where its parts stand.</summary>
    internal PlanText Text { get; init; } = new("plan");

    /// <summary>Tells plans apart.</summary>
    internal string Fingerprint
    {
        get
        {
            string[] lines = [
                $"{MaxLeverage} {PositionMode} {MultiAssets} {Defaults}",
                .. Symbols.Select(wish => $"{wish.Key} {wish.Value}"), .. Exclude.Select(name => $"- {name}")];
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
            return Convert.ToHexString(hash).ToLowerInvariant();
        }
    }
}

/// <summary>Position mode that a plan wants for the account.</summary>
public enum WantedPositionMode
{
    /// <summary>One position for each symbol.</summary>
    OneWay,

    /// <summary>A long and a short position side by side.</summary>
    Hedge,
}

/// <summary>What is wanted for a symbol; what is null is not touched.</summary>
public sealed record SymbolWish
{
    /// <summary>Leverage, 1 or more; null leaves it as it is, unless it exceeds
    /// <see cref="LeveragePlan.MaxLeverage"/>.</summary>
    public int? Leverage { get; init; }

    /// <summary>Margin type, <c>ISOLATED</c> or <c>CROSSED</c>; null leaves it as it is.</summary>
    public string? MarginType { get; init; }

    /// <summary>True lowers <see cref="Leverage"/> to the maximum of the symbol's brackets; otherwise a leverage above
    /// it is an error of the plan.</summary>
    public bool? Clamp { get; init; }
}
