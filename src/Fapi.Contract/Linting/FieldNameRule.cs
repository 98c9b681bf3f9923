namespace Fapi.Contract.Linting;

internal sealed class FieldNameRule : LintRule
{
    private const string Advice = "Leave it out of the spec; it can then be found in AdditionalProperties.";

    public override IEnumerable<LintError> Check(LintedSpec spec) => spec.Types.SelectMany(Check);

    private static IEnumerable<LintError> Check(LintedType type)
    {
        var taken = new HashSet<string>
        {
            "AdditionalProperties", "_additionalProperties", "_unknownFields", "_responseType", "_known", "Read",
        };
        if (type.Schema.EntriesOf("properties").Any(field => field.Value["x-exchange-code"] is not null))
        {
            taken.Add("AlreadySet");
        }

        return
            from field in type.Schema.EntriesOf("properties")
            let reason = CSharpName.Take(CSharpName.Member(field.Name), taken)
            where reason is not null
            select new LintError(field.Value, $"Field '{field.Name}' of '{type.TypeName}' {reason}. {Advice}");
    }
}
