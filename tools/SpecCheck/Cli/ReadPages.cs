using Fapi.SpecCheck.Report;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Cli;

/// <param name="Pages">Each language of each page that could be loaded, recognised or not.</param>
/// <param name="Skipped">Sources that failed where a later one served.</param>
internal sealed record ReadPages(
    IReadOnlyList<SourceFacts> Pages, IReadOnlyList<Failure> Failures, IReadOnlyList<Failure> Skipped)
{
    /// <summary>Exit code of a command that does nothing but read.</summary>
    public int ExitCode => (int)Failures.Select(failure => failure.Outcome).Ranked()[0];

    public static ReadPages Join(IReadOnlyList<ReadPages> parts) => new(
        // The schema serves many operations and counts once.
        [.. parts.SelectMany(one => one.Pages).Distinct(ReferenceEqualityComparer.Instance).Cast<SourceFacts>()],
        [.. parts.SelectMany(one => one.Failures)],
        [.. parts.SelectMany(one => one.Skipped)]);

    /// <summary>Only the pages that could be read as a whole; each of the others becomes a failure.</summary>
    public ReadPages CompleteOnly()
    {
        var refused =
            from page in Pages
            let gaps = Gaps.Find(page)
            where gaps.Count > 0
            select new Failure(Outcome.CouldNotCheck, Comparer.Subject(page), null, gaps);
        return this with
        {
            Pages = [.. Pages.Where(page => Gaps.Find(page).Count == 0)],
            Failures = [.. Failures, .. refused],
        };
    }

    /// <summary>Writes a line for each reason of a failure, safe for a terminal.</summary>
    public void WriteFailures(TextWriter errors)
    {
        foreach (var failure in Failures.Select(Printable.Clean))
        {
            foreach (var reason in failure.Reasons)
            {
                errors.WriteLine($"{failure.Subject}: {reason}");
            }
        }
    }
}
