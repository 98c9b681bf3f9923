using YamlDotNet.Core;

namespace Fapi.Leverage;

/// <summary>A node of the text of a plan, with its place.</summary>
internal abstract record PlanNode(Mark Place)
{
    /// <summary>What it is, in words.</summary>
    internal string Kind => this switch
    {
        PlanScalar { IsNull: true } => "empty",
        PlanScalar { Value: var value } => $"'{PlanText.Short(value)}'",
        PlanList => "a list",
        _ => "a map",
    };
}

internal sealed record PlanScalar(Mark Place, string Value, bool IsNull) : PlanNode(Place);

internal sealed record PlanList(Mark Place, IReadOnlyList<PlanNode> Items) : PlanNode(Place);

internal sealed record PlanMap(Mark Place, IReadOnlyList<(PlanScalar Key, PlanNode Value)> Entries) : PlanNode(Place);
