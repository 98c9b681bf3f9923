using Fapi.Contract.Loading;

namespace Fapi.Contract.Linting;

// Types of what operations use are a matter of the contract; this finds those in the rest.
internal sealed class SchemaTypeRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec) =>
        from schema in spec.Schemas
        let type = schema.Schema["type"]
        where type?.Text is { } text && !SchemaLoader.Types.ContainsKey(text)
        select new LintError(SchemaLoader.NoType(type));
}
