using System.Reflection;
using Fapi.Contract;
using Fapi.Sandbox;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>Every fault that the sandbox offers, found by looking: each of its members, with each code and status.</summary>
/// <remarks>Without those that differ only in whether the exchange carried the request out: a client gets the same.</remarks>
internal static class EveryFault
{
    internal static IReadOnlyList<Fault> All { get; } = [.. Properties(), .. Methods()];

    private static IEnumerable<Fault> Properties() =>
        typeof(Fault).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (Fault)property.GetValue(null)!);

    private static IEnumerable<Fault> Methods() =>
        from method in typeof(Fault).GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.ReturnType == typeof(Fault) && !method.IsSpecialName
        from first in Values(method.GetParameters()[0])
        select (Fault)method.Invoke(null, [first, .. method.GetParameters().Skip(1).Select(Default)])!;

    private static IEnumerable<object> Values(ParameterInfo parameter) => (parameter.Name, parameter.ParameterType) switch
    {
        ("code", _) => Codes().Append(-9999),
        ("status", _) => [403, 408, 418, 429, 500, 502, 503],
        ("bytes", _) => [20_000],
        ("response", _) => [(RecordedRequest _) => "no HTTP\r\n\r\n"u8.ToArray()],
        (_, { } type) when type == typeof(TimeSpan) => [TimeSpan.FromSeconds(30)],
        _ => throw new NotSupportedException($"Tell {nameof(EveryFault)} which values {parameter.Member.Name} takes for {parameter.Name}."),
    };

    private static object? Default(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue : Array.CreateInstance(parameter.ParameterType.GetElementType()!, 0);

    private static IEnumerable<object> Codes() =>
        typeof(FapiErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => field.GetRawConstantValue()!);
}
