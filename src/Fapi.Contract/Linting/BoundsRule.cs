namespace Fapi.Contract.Linting;

internal sealed class BoundsRule : LintRule
{
    private static readonly (string Minimum, string Maximum)[] Bounds =
        [("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems")];

    protected override IEnumerable<LintError> Check(LintedOperation operation) =>
        from parameter in operation.Parameters
        from bound in Bounds
        let minimum = parameter.Schema?[bound.Minimum]
        let maximum = parameter.Schema?[bound.Maximum]
        where minimum?.Number > maximum?.Number
        select parameter.Error(
            minimum,
            $"allows no value: its {bound.Minimum} is {minimum.Text}, its {bound.Maximum} {maximum.Text}.");
}
