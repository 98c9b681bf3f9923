using System.Reflection;
using Fapi.Sdk.Responses;

namespace Fapi.Sdk.Tests.Responses;

/// <summary>What one operation of the client reads.</summary>
internal sealed record ReadType(string Name, ResponseType Reader)
{
    private const string End = "Response";

    internal static IReadOnlyList<ReadType> All { get; } =
    [
        .. typeof(FapiClient).GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(field => typeof(ResponseType).IsAssignableFrom(field.FieldType))
            .Select(field => new ReadType(field.Name[1..^End.Length], (ResponseType)field.GetValue(null)!)),
    ];

    internal Type Type => Reader.GetType().GetGenericArguments()[0];

    internal Type? Item => ItemOf(Type);

    /// <summary>True when the spec says <c>x-also: item</c>.</summary>
    internal bool ItemMayComeAlone => Name is "SymbolConfiguration" or "NotionalAndLeverageBrackets";

    internal static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? type.GetGenericArguments()[0] : null;

    internal object Read(byte[] body)
    {
        var held = new ResponseBody();
        using var content = new ByteArrayContent(body);
        held.ReadAsync(content, int.MaxValue - 1, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        try
        {
            return ResponseReader.Read(held, Reader);
        }
        finally
        {
            held.Clear();
        }
    }

    public override string ToString() => Name;
}
