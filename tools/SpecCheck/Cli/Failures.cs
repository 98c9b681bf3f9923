using Fapi.SpecCheck.Report;
using Fapi.SpecCheck.Report.Views;

namespace Fapi.SpecCheck.Cli;

internal static class Failures
{
    /// <summary>Writes a line for each reason, safe for a terminal.</summary>
    public static void Write(IEnumerable<Failure> failures, TextWriter errors)
    {
        foreach (var failure in failures)
        {
            foreach (var reason in failure.Reasons)
            {
                errors.WriteLine($"{Printable.Clean(failure.Subject)}: {Printable.Clean(reason)}");
            }
        }
    }
}
