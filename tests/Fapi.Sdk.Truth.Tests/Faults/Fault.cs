using Fapi.Sdk.Truth.Tests.Wire;

namespace Fapi.Sdk.Truth.Tests.Faults;

/// <summary>The knowledge that a client can have after it met a fault.</summary>
internal enum Told
{
    /// <summary>Nothing: the request may have been executed.</summary>
    Nothing,

    /// <summary>It was not executed.</summary>
    NotExecuted,

    /// <summary>It was executed.</summary>
    Executed,
}

/// <summary>One kind of fault, with a name to find it by.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Told">What a client can know after it.</param>
/// <param name="SendAsync">What happens instead of the usual response.</param>
internal sealed record Fault(string Name, Told Told, Func<Reply, Task> SendAsync)
{
    /// <summary>Frequency, where 1 is that of most faults.</summary>
    internal double Share { get; init; } = 1;

    /// <summary>The request is executed in any case, as the response may be read as the success that it
    /// is.</summary>
    internal bool IsTrue { get; init; } = Told == Told.Executed;

    internal static Fault Respond(
        string name, Told told, int status, Func<Reply, string> body, params string[] headers) =>
        new(name, told, reply => reply.SendAsync(status, body(reply), headers));

    internal static Fault Respond(string name, Told told, int status, string body, params string[] headers) =>
        Respond(name, told, status, _ => body, headers);

    /// <summary>An error of the exchange.</summary>
    internal static Fault Error(string name, Told told, int status, int code, string message) =>
        Respond(name, told, status, $$"""{"code":{{code}},"msg":"{{message}}"}""");

    /// <summary>Success, word for word, with headers of one's own.</summary>
    internal static Fault Success(string name, params string[] headers) =>
        Respond(name, Told.Executed, 200, reply => reply.Json(), headers);

    public override string ToString() => Name;
}
