using System.Globalization;
using System.Runtime.CompilerServices;

namespace Fapi.Sdk;

/// <summary>The checks that generated methods make of the bounds in the spec.</summary>
internal static class Argument
{
    internal static void NotNull(object? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is null)
        {
            throw new ArgumentNullException(Plain(name), $"{Plain(name)} is missing; the exchange requires it. Nothing was sent.");
        }
    }

    internal static void HasLength(string? value, int minimum, int maximum, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is null || (value.Length >= minimum && value.Length <= maximum))
        {
            return;
        }

        var shown = value.Length == 0 ? "empty" : $"{value.Length} characters long";
        throw new ArgumentException($"{Plain(name)} is {shown}; {Range(minimum, maximum, int.MinValue, int.MaxValue, " characters")}. Nothing was sent.", Plain(name));
    }

    internal static void HasCount<T>(IReadOnlyCollection<T>? values, int minimum, int maximum, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        if (values is not null && (values.Count < minimum || values.Count > maximum))
        {
            throw new ArgumentException($"{Plain(name)} has {values.Count} items; {Range(minimum, maximum, int.MinValue, int.MaxValue, " items")}. Nothing was sent.", Plain(name));
        }
    }

    internal static void InRange(long? value, long minimum, long maximum, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < minimum || value > maximum)
        {
            throw OutOfRange(name, value.Value, Range(minimum, maximum, long.MinValue, long.MaxValue));
        }
    }

    internal static void InRange(decimal? value, decimal? minimum, decimal? maximum, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < minimum || value > maximum)
        {
            throw OutOfRange(name, value.Value, Range(minimum ?? decimal.MinValue, maximum ?? decimal.MaxValue, decimal.MinValue, decimal.MaxValue));
        }
    }

    private static ArgumentOutOfRangeException OutOfRange<T>(string name, T value, string range) where T : IFormattable =>
        new(Plain(name), value, $"{Plain(name)} is {value.ToString(null, CultureInfo.InvariantCulture)}; {range}. Nothing was sent.");

    private static string Range<T>(T minimum, T maximum, T lowest, T highest, string unit = "") where T : struct, IFormattable
    {
        FormattableString text = (minimum.Equals(lowest), maximum.Equals(highest)) switch
        {
            (false, false) => $"the spec allows {minimum} to {maximum}{unit}",
            (false, true) => $"the spec allows {minimum} or more{unit}",
            _ => $"the spec allows at most {maximum}{unit}",
        };
        return FormattableString.Invariant(text);
    }

    private static string Plain(string name) => name.TrimStart('@');
}
