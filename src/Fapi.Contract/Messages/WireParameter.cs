using Fapi.Contract.Plans;

namespace Fapi.Contract.Messages;

// One name=value pair as sent. Plan is the documented parameter that it belongs to; Property is set when that parameter
// is an object spread over several pairs. Name and Value are null when they are not well-formed.
internal sealed record WireParameter(string In, string? Name, string RawValue, string? Value)
{
    public ParameterPlan? Plan { get; set; }

    public string? Property { get; set; }

    public override string ToString() => $"{In} {Excerpt.Shorten(Name ?? "?")}";
}
