namespace Fapi.SpecCheck.Rules;

internal static class ParameterDefaultRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        from pair in c.SharedParameters
        where pair.Docs.Default is not null && !Numbers.Same(pair.Docs.Default, pair.Spec.Default)
        select new Difference(
            FactKey.Parameter(pair.Docs.Name, FactKey.Default), pair.Spec.Default, pair.Docs.Default);
}
