using Fapi.SpecCheck.Report;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Cli;

/// <param name="Pages">Each language of each page that could be loaded, recognised or not.</param>
/// <param name="Skipped">Sources that failed where a later one served.</param>
internal sealed record ReadPages(
    IReadOnlyList<SourceFacts> Pages, IReadOnlyList<Failure> Failures, IReadOnlyList<Failure> Skipped)
{
    public static ReadPages Join(IReadOnlyList<ReadPages> parts) => new(
        // The schema serves many operations and counts once.
        [.. parts.SelectMany(one => one.Pages).Distinct(ReferenceEqualityComparer.Instance).Cast<SourceFacts>()],
        [.. parts.SelectMany(one => one.Failures)],
        [.. parts.SelectMany(one => one.Skipped)]);

    /// <summary>Only the pages that could be read as a whole; each of the others becomes a failure.</summary>
    public ReadPages CompleteOnly()
    {
        var isComplete = Pages.ToLookup(page => Gaps.Find(page).Count == 0);
        return this with
        {
            Pages = [.. isComplete[true]],
            Failures = [.. Failures, .. isComplete[false].Select(page => Gaps.Failure(page))],
        };
    }

    /// <summary>Ends a command that does nothing but read: a line for each reason, safe for a terminal.</summary>
    /// <returns>The exit code.</returns>
    public int End(TextWriter errors)
    {
        foreach (var failure in Failures.Select(Printable.Clean))
        {
            foreach (var reason in failure.Reasons)
            {
                errors.WriteLine($"{failure.Subject}: {reason}");
            }
        }

        return (int)Failures.Select(failure => failure.Outcome).Ranked()[0];
    }
}
