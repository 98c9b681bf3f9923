namespace Fapi.Contract.Linting;

internal sealed class EnumNameRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec)
    {
        foreach (var type in spec.Types.Where(type => type.IsEnum))
        {
            var taken = new HashSet<string> { type.TypeName, "Value", "Deconstruct", "PrintMembers" };
            var names = type.Schema.ItemsOf("x-enumNames").Select(name => name.Text).ToArray();
            foreach (var (value, index) in type.Schema.ItemsOf("enum").Select((value, index) => (value, index)))
            {
                var name = names.ElementAtOrDefault(index) ?? value.Text;
                if (name is not null && CSharpName.Take(CSharpName.Member(name), taken) is { } reason)
                {
                    yield return new LintError(
                        value,
                        $"Value '{value.Text}' of '{type.TypeName}' {reason}. Give each value a name by x-enumNames.");
                }
            }
        }
    }
}
