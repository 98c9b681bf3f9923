using System.Reflection;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>Every operation of the client, found by looking, with some value for each parameter that it
/// needs.</summary>
internal static class EveryOperation
{
    internal static IReadOnlyList<(string Name, Func<IFapiClient, Task> CallAsync)> All { get; } =
    [
        .. typeof(IFapiClient).GetMethods().Select(method => (
            method.Name,
            (Func<IFapiClient, Task>)(client => (Task)method.Invoke(
                client, [.. method.GetParameters().Select(Value)])!))),
    ];

    private static object? Value(ParameterInfo parameter) => parameter switch
    {
        { HasDefaultValue: true } =>
            parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None : parameter.DefaultValue,
        { ParameterType: var type } when type == typeof(string) => "BTCUSDT",
        { ParameterType: var type } when type == typeof(int) => 21,
        { ParameterType: var type } when type == typeof(long) => 21L,
        { ParameterType.IsEnum: true } => Enum.GetValues(parameter.ParameterType).GetValue(0),
        _ =>
            throw new NotSupportedException(
                $"Tell {nameof(EveryOperation)} a value of type {parameter.ParameterType}, for {parameter.Name} of "
                    + $"{parameter.Member.Name}."),
    };
}
