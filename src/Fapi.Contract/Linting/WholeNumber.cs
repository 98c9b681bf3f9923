using System.Globalization;
using Fapi.Contract.Source;

namespace Fapi.Contract.Linting;

internal static class WholeNumber
{
    public static bool Is(SourceNode node) => Is(node.Text);

    /// <summary>Says what is wrong with a value that has to be a whole number, in the words after its name.</summary>
    public static string? Fault(string? text) =>
        Is(text) ? null : $"is '{text}'; it has to be a whole number.";

    private static bool Is(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
