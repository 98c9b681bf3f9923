namespace Fapi.Leverage;

/// <summary>A node of the text of a plan, with its place.</summary>
internal abstract record PlanNode(int Line, int Column)
{
    /// <summary>What it is, in words.</summary>
    internal abstract string Kind { get; }
}

internal sealed record PlanScalar(string Value, bool IsNull, int Line, int Column) : PlanNode(Line, Column)
{
    internal override string Kind => IsNull ? "empty" : $"'{PlanText.Short(Value)}'";
}

internal sealed record PlanList(IReadOnlyList<PlanNode> Items, int Line, int Column) : PlanNode(Line, Column)
{
    internal override string Kind => "a list";
}

internal sealed record PlanMap(IReadOnlyList<(PlanScalar Key, PlanNode Value)> Entries, int Line, int Column)
    : PlanNode(Line, Column)
{
    internal override string Kind => "a map";
}
