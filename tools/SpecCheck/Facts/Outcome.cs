namespace Fapi.SpecCheck.Facts;

/// <summary>Results of a check; the numbers are the exit codes.</summary>
internal enum Outcome
{
    Same = 0,
    Drift = 1,
    WrongInput = 2,
    CouldNotCheck = 3,
    Network = 4,
}

internal static class Outcomes
{
    private static readonly Outcome[] StrongestFirst =
        [Outcome.WrongInput, Outcome.Network, Outcome.CouldNotCheck, Outcome.Drift];

    /// <summary>Each outcome that occurred, the strongest first; <c>Same</c> alone where nothing did.</summary>
    public static IReadOnlyList<Outcome> Ranked(this IEnumerable<Outcome> occurred) =>
        StrongestFirst.Intersect(occurred).ToList() is { Count: > 0 } ranked ? ranked : [Outcome.Same];
}

/// <summary>A page, or a page that was to be found, of which nothing can be said.</summary>
/// <param name="Subject">Source, or operation and language.</param>
/// <param name="Reasons">Sentences.</param>
internal sealed record Failure(Outcome Outcome, string Subject, string? Operation, IReadOnlyList<string> Reasons);

/// <summary>Something that the caller has to correct, said in a sentence; ends in exit code 2.</summary>
internal sealed class WrongInputException(string message) : Exception(message);
