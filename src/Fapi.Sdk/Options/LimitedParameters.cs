using System.Runtime.CompilerServices;
using Fapi.Sdk.Requests;

namespace Fapi.Sdk.Options;

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
