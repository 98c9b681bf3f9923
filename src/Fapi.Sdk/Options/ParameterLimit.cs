using System.Runtime.CompilerServices;
using Fapi.Sdk.Requests;

namespace Fapi.Sdk.Options;

/// <summary>An app's own limit of a parameter, within the bounds of the spec.</summary>
public sealed class ParameterLimit
{
    /// <summary>Smallest value that is sent. Default: that of the spec.</summary>
    public decimal? Minimum { get; set; }

    /// <summary>Largest value that is sent. Default: that of the spec.</summary>
    public decimal? Maximum { get; set; }
}

/// <summary>Checks arguments against the limits of the app, for generated methods.</summary>
internal sealed class LimitedParameters(IDictionary<string, ParameterLimit> limits)
{
    private readonly Dictionary<string, (decimal? Minimum, decimal? Maximum)> _limits = limits.ToDictionary(
        limit => limit.Key, limit => (limit.Value.Minimum, limit.Value.Maximum), StringComparer.OrdinalIgnoreCase);

    internal void Check(
        string parameter, decimal? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_limits.TryGetValue(parameter, out var limit))
        {
            Argument.InRange(value, limit.Minimum, limit.Maximum, who: "the app's ParameterLimits allow", name: name);
        }
    }
}

/// <summary>Checks that each limit of the app names a number that the spec has, and narrows it.</summary>
internal static class ParameterLimitRules
{
    internal static IEnumerable<string?> Failures(FapiClientOptions options) =>
        options.ParameterLimits.Select(limit => Failure(limit.Key, limit.Value ?? new()));

    private static string? Failure(string name, ParameterLimit limit)
    {
        var bounds = ParameterBounds.All
            .Where(bound => string.Equals(bound.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (bounds.Count == 0)
        {
            var known = string.Join(", ", ParameterBounds.All.Select(bound => bound.Name).Distinct());
            return $"ParameterLimits names '{name}', which is no number of a request; those are {known}.";
        }

        // Operations may differ in their bounds: the limit has to lie within the widest.
        var minimum = bounds.Exists(bound => bound.Minimum is null) ? null : bounds.Min(bound => bound.Minimum);
        var maximum = bounds.Exists(bound => bound.Maximum is null) ? null : bounds.Max(bound => bound.Maximum);
        var (low, high) = (limit.Minimum ?? minimum, limit.Maximum ?? maximum);
        return limit is { Minimum: null, Maximum: null } ? Sentence("sets neither Minimum nor Maximum")
            : low > high ? Sentence("allows nothing, {3} to {4}")
            : low < minimum || high > maximum ? Sentence("is {3} to {4}, wider than the spec")
            : null;

        string Sentence(string what) => string.Format(
            CultureInfo.InvariantCulture,
            $"ParameterLimits:{{0}} {what}; it has to narrow what the spec allows{{1}}{{2}}.", name,
            minimum is null ? "" : FormattableString.Invariant($", at least {minimum}"),
            maximum is null ? "" : FormattableString.Invariant($", at most {maximum}"), low, high);
    }
}
