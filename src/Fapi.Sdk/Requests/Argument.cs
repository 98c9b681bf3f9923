using System.Runtime.CompilerServices;

namespace Fapi.Sdk.Requests;

/// <summary>Checks arguments against the bounds of the spec, for generated methods.</summary>
internal static class Argument
{
    private const string TheSpec = "the spec allows";

    internal static void NotNull(object? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is null)
        {
            throw new ArgumentNullException(
                Plain(name), $"{Plain(name)} is missing; the exchange requires it. Nothing was sent.");
        }
    }

    internal static void HasLength(
        string? value, int? minimum, int? maximum, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is null || !(value.Length < minimum || value.Length > maximum))
        {
            return;
        }

        var shown = value.Length == 0 ? "empty" : $"{value.Length} characters long";
        throw new ArgumentException(
            $"{Plain(name)} is {shown}; {Range(minimum, maximum, unit: " characters")}. Nothing was sent.",
            Plain(name));
    }

    internal static void HasCount<T>(
        IReadOnlyCollection<T>? values, int? minimum, int? maximum,
        [CallerArgumentExpression(nameof(values))] string name = "")
    {
        if (values is not null && (values.Count < minimum || values.Count > maximum))
        {
            throw new ArgumentException(
                $"{Plain(name)} has {values.Count} items; {Range(minimum, maximum, unit: " items")}. Nothing was sent.",
                Plain(name));
        }
    }

    internal static void InRange(
        long? value, long? minimum, long? maximum, bool exclusiveMinimum = false, bool exclusiveMaximum = false,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        Check(value, minimum, maximum, exclusiveMinimum, exclusiveMaximum, TheSpec, name);

    internal static void InRange(
        decimal? value, decimal? minimum, decimal? maximum, bool exclusiveMinimum = false,
        bool exclusiveMaximum = false, string who = TheSpec,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        Check(value, minimum, maximum, exclusiveMinimum, exclusiveMaximum, who, name);

    private static void Check<T>(
        T? value, T? minimum, T? maximum, bool exclusiveMinimum, bool exclusiveMaximum, string who, string name)
        where T : struct, IComparable<T>, IFormattable
    {
        if (value is not { } given)
        {
            return;
        }

        var isLow = minimum is { } low && given.CompareTo(low) < (exclusiveMinimum ? 1 : 0);
        var isHigh = maximum is { } high && given.CompareTo(high) > (exclusiveMaximum ? -1 : 0);
        if (isLow || isHigh)
        {
            var range = Range(minimum, maximum, exclusiveMinimum, exclusiveMaximum, who);
            throw new ArgumentOutOfRangeException(
                Plain(name), given, $"{Plain(name)} is {Invariant(given)}; {range}. Nothing was sent.");
        }
    }

    private static string Range<T>(
        T? minimum, T? maximum, bool exclusiveMinimum = false, bool exclusiveMaximum = false,
        string who = TheSpec, string unit = "")
        where T : struct, IFormattable
    {
        if (minimum is { } low && maximum is { } high && !exclusiveMinimum && !exclusiveMaximum)
        {
            return $"{who} {Invariant(low)} to {Invariant(high)}{unit}";
        }

        var above = minimum is null
            ? ""
            : exclusiveMinimum ? $"more than {Invariant(minimum)}" : $"{Invariant(minimum)} or more";
        var below = maximum is null
            ? ""
            : exclusiveMaximum ? $"less than {Invariant(maximum)}" : $"at most {Invariant(maximum)}";
        return $"{who} {above}{(above.Length > 0 && below.Length > 0 ? " and " : "")}{below}{unit}";
    }

    private static string Invariant(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Plain(string name) => name.TrimStart('@');
}
