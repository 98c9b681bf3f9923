namespace Fapi.Leverage.Tool.Calls;

/// <summary>The user's own cap, which no leverage exceeds.</summary>
/// <param name="Name">What it was given by.</param>
internal sealed record LeverageCap(int Maximum, string Name)
{
    internal const string Variable = "FAPI_MAX_LEVERAGE";

    /// <returns>The lower one of what was typed and what the environment says; null without either.</returns>
    internal static LeverageCap? Find(int? typed, Terminal terminal)
    {
        var set = terminal.Variable(Variable) is { Length: > 0 } text ? Read(text) : (int?)null;
        return typed is { } max && !(set < max) ? new(max, "--max") : set is { } found ? new(found, Variable) : null;
    }

    private static int Read(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
        : throw new WrongInputException($"{Variable} is '{text}'; it has to be a whole number.");
}
