using YamlDotNet.Core;

namespace Fapi.Leverage;

/// <summary>A node of the text of a plan, with its place.</summary>
internal abstract record PlanNode(Mark Place)
{
    /// <summary>What it is, in words.</summary>
    internal abstract string Kind { get; }
}

internal sealed record PlanScalar(Mark Place, string Value, bool IsNull) : PlanNode(Place)
{
    internal override string Kind => IsNull ? "empty" : $"'{PlanText.Short(Value)}'";
}

internal sealed record PlanList(Mark Place, IReadOnlyList<PlanNode> Items) : PlanNode(Place)
{
    internal override string Kind => "a list";
}

internal sealed record PlanMap(Mark Place, IReadOnlyList<(PlanScalar Key, PlanNode Value)> Entries) : PlanNode(Place)
{
    internal override string Kind => "a map";
}
