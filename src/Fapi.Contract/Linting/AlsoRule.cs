using Fapi.Contract.Schemas;

namespace Fapi.Contract.Linting;

internal sealed class AlsoRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec) =>
        from schema in spec.Schemas
        let also = schema.Schema[OpenApiValidator.AlsoKey]
        let type = schema.Schema["type"]?.Text
        where also is not null && (also.Text, type) is not (("item", "array") or ("text", "boolean"))
        select new LintError(
            also, $"'x-also: {also.Text}' stands on the type '{type}'; an array takes item, a boolean takes text.");
}
