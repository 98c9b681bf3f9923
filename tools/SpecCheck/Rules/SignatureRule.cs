namespace Fapi.SpecCheck.Rules;

/// <summary>
/// The schema says whether a request is signed; the spec says it with the parameter that carries the signature.
/// </summary>
internal static class SignatureRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        var isSigned = c.Operation.Parameters.Any(one => one.Name == SecurityTypes.Signature);
        if (c.Page.IsSchema && c.Page.IsSigned != isSigned)
        {
            yield return new Difference(FactKey.Signed, Text(isSigned), Text(c.Page.IsSigned));
        }
    }

    private static string Text(bool isSigned) => isSigned ? "signed" : "not signed";
}
