namespace Fapi.Contract.Linting;

internal sealed class ExchangeCodeRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec) =>
        from schema in spec.Schemas
        let mark = schema.Schema["x-exchange-code"]
        where mark is not null && !(mark.IsTrue && schema.Schema["type"]?.Text is "integer")
        select new LintError(
            mark, $"'x-exchange-code' of '{schema.Name}' is '{mark.Text}'; only true is allowed, on an integer.");
}
