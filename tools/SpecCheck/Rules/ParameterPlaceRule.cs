namespace Fapi.SpecCheck.Rules;

/// <summary>The part of the request that carries a parameter. The exchange takes query and form alike.</summary>
internal static class ParameterPlaceRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        from pair in c.SharedParameters
        where pair.Docs.Place is { } place && place != pair.Spec.Place && !IsEitherWay(place, pair.Spec.Place)
        select new Difference(FactKey.Parameter(pair.Docs.Name, FactKey.Place), pair.Spec.Place, pair.Docs.Place);

    /// <summary>Told once for all parameters of an operation.</summary>
    public static IEnumerable<Difference> Note(PageComparison c) =>
        (from pair in c.SharedParameters
         where pair.Docs.Place is { } place && place != pair.Spec.Place && IsEitherWay(place, pair.Spec.Place)
         select new Difference(FactKey.ParameterPlace, pair.Spec.Place, pair.Docs.Place)).Distinct();

    private static bool IsEitherWay(string one, string other) => one is "query" or "form" && other is "query" or "form";
}
