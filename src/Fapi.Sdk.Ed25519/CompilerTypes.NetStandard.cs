#if !NET
namespace System.Diagnostics.CodeAnalysis;

// What netstandard2.0 lacks; not from PolySharp, whose order of types changes from build to build.
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
#endif
