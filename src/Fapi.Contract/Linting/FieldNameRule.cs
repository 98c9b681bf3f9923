namespace Fapi.Contract.Linting;

internal sealed class FieldNameRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec)
    {
        foreach (var type in spec.Types.Where(type => !type.IsEnum))
        {
            var taken = new HashSet<string> { "AdditionalProperties", "_additionalProperties", "_unknownFields" };
            foreach (var (name, value) in type.Schema.EntriesOf("properties"))
            {
                if (CSharpName.Take(CSharpName.Member(name), taken) is { } reason)
                {
                    yield return new LintError(
                        value,
                        $"Field '{name}' of '{type.TypeName}' {reason}. "
                            + "Leave it out of the spec; it can then be found in AdditionalProperties.");
                }
            }
        }
    }
}
