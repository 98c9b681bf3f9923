using YamlDotNet.Core;

namespace Fapi.Leverage;

/// <summary>Where the parts of a plan stand in its text.</summary>
internal sealed class PlanText(string name)
{
    private readonly Dictionary<string, PlanNode> _parts = new(StringComparer.Ordinal);

    internal string Name => name;

    internal void Note(string path, PlanNode part) => _parts.TryAdd(path, part);

    /// <summary>Says what is wrong with a part, at its place or at that of what holds it.</summary>
    /// <param name="path">Such as <c>symbols/BTCUSDT/leverage</c>.</param>
    /// <param name="message">What is wrong.</param>
    internal PlanError Error(string path, string message) =>
        _parts.TryGetValue(path, out var part) ? At(part.Place, message)
        : path.LastIndexOf('/') is var end && end >= 0 ? Error(path[..end], message)
        : new PlanError(name, 0, 0, message);

    internal PlanError At(Mark place, string message) => new(name, (int)place.Line, (int)place.Column, message);

    /// <summary>Throws when there are errors, in the order of their lines.</summary>
    internal static void ThrowIfAny(List<PlanError> errors)
    {
        if (errors.Count > 0)
        {
            throw new LeveragePlanException([.. errors.OrderBy(error => (error.Line, error.Column))]);
        }
    }

    internal static string Short(string value) => value.Length <= 60 ? value : value[..60] + "…";
}
