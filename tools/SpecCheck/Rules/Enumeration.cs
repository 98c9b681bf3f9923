namespace Fapi.SpecCheck.Rules;

internal static class Enumeration
{
    public static Difference Differ(string parameter, IReadOnlyList<string> spec, IReadOnlyList<string> docs) =>
        new(FactKey.Parameter(parameter, FactKey.Enum), spec.Count == 0 ? null
            : string.Join(", ", spec), string.Join(", ", docs));
}
