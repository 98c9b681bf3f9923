using Fapi.SpecCheck.Comparison;
using Fapi.SpecCheck.Formats;

namespace Fapi.SpecCheck.Commands;

internal static class Failures
{
    /// <summary>Writes a line for each reason, safe for a terminal.</summary>
    public static void Write(IEnumerable<Failure> failures, TextWriter errors)
    {
        foreach (var failure in failures)
        {
            foreach (var reason in failure.Reasons)
                errors.WriteLine($"{Printable.Of(failure.Subject)}: {Printable.Of(reason)}");
        }
    }
}
