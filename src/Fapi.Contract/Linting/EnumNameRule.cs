namespace Fapi.Contract.Linting;

internal sealed class EnumNameRule : LintRule
{
    private const string Advice = "Give each value a name by x-enumNames.";

    public override IEnumerable<LintError> Check(LintedSpec spec) => spec.Types.SelectMany(Check);

    private static IEnumerable<LintError> Check(LintedType type)
    {
        var taken = new HashSet<string>
        {
            type.TypeName, "Value", "Custom", "Read", "_isCustom", "Deconstruct", "PrintMembers",
        };
        var names = type.Schema.ItemsOf("x-enumNames").Select(name => name.Text).ToArray();
        return
            from value in type.Schema.ItemsOf("enum").Select((node, index) => (Node: node, Index: index))
            let name = names.ElementAtOrDefault(value.Index) ?? value.Node.Text
            let reason = name is null ? null : CSharpName.Take(CSharpName.Member(name), taken)
            where reason is not null
            select new LintError(value.Node, $"Value '{value.Node.Text}' of '{type.TypeName}' {reason}. {Advice}");
    }
}
