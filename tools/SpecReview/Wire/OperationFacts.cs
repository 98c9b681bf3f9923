using System.Globalization;
using Fapi.SpecReview.Sides;

namespace Fapi.SpecReview.Wire;

/// <summary>What the SDK knows of its operations and acts upon without sending it, such as their weight.</summary>
internal static class OperationFacts
{
    /// <returns>The facts that are not the same, a line each.</returns>
    internal static IReadOnlyList<string> Diff(LoadedSdk before, LoadedSdk after)
    {
        var (old, now) = (Of(before), Of(after));
        return [.. old.Keys.Intersect(now.Keys).Where(fact => old[fact] != now[fact]).Select(fact => $"{fact}: {old[fact]} → {now[fact]}")];
    }

    private static Dictionary<string, string> Of(LoadedSdk sdk)
    {
        var type = sdk.Type("FapiOperation");
        return sdk.Type("FapiOperations").GetProperties()
            .SelectMany(operation => type.GetProperties().Select(fact => (Name: $"{operation.Name}.{fact.Name}", Value: fact.GetValue(operation.GetValue(null)))))
            .ToDictionary(fact => fact.Name, fact => Convert.ToString(fact.Value, CultureInfo.InvariantCulture) ?? "");
    }
}
