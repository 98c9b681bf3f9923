namespace Fapi.SpecCheck.Rules;

/// <summary>
/// The schema says whether a request is signed; the spec says it with the parameter that carries the signature.
/// </summary>
internal static class SignatureRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        var isSigned = c.Operation.Parameters.Any(one => one.Name == SecurityTypes.Signature);
        return Difference.Between(FactKey.Signed, Text(isSigned), c.Page.IsSchema ? Text(c.Page.IsSigned) : null);
    }

    private static string Text(bool isSigned) => isSigned ? "signed" : "not signed";
}
