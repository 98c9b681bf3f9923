using Fapi.Sdk.Truth.Tests.Wire;
using static Fapi.Sdk.Truth.Tests.Faults.Told;

namespace Fapi.Sdk.Truth.Tests.Faults;

/// <summary>Connections that break, hang, or bring what nobody asked for.</summary>
internal static class ConnectionFaults
{
    private static readonly string Big = "X-Big: " + new string('x', 100_000);
    private static readonly string[] Lengths = ["Content-Length: 5", "Content-Length: 7"];
    private static readonly string[] Chunked = ["Transfer-Encoding: chunked", "Content-Length"];

    internal static Fault[] Breaks { get; } =
    [
        Reset("reset", (_, _) => 0),
        Reset("reset within the status line", (_, _) => 9),
        Reset("reset within the headers", (head, _) => head - 20),
        Reset("reset after the headers", (head, _) => head),
        Reset("reset within the body", (_, all) => all - 9),
        Close("close", (_, _) => 0),
        Close("close within the headers", (head, _) => head - 20),
        Close("close within the body", (_, all) => all - 9),
        new("late reset", Nothing, async reply =>
        {
            await reply.WaitAsync(3);
            reply.Connection.Reset();
        }),
        new("close after the response", Executed, async reply =>
        {
            await reply.SendAsync(200, reply.Json());
            reply.Connection.Close();
        }),
        new("reset after the response", Nothing, async reply =>
        {
            await reply.SendAsync(200, reply.Json());
            reply.Connection.Reset();
        })
        {
            IsTrue = true,
        },
    ];

    internal static Fault[] Hangs { get; } =
    [
        new("hang", Nothing, reply => reply.Connection.HangAsync()),
        new("hang within the headers", Nothing, async reply =>
        {
            await reply.SendRawAsync("HTTP/1.1 200 OK\r\nContent-Le");
            await reply.Connection.HangAsync();
        }),
        new("hang within the body", Nothing, async reply =>
        {
            await reply.SendRawAsync(reply.Head(200, 100) + "{\"leverage\":");
            await reply.Connection.HangAsync();
        }),
        new("executed after a minute", Nothing, async reply =>
        {
            await reply.WaitAsync(60);
            reply.Execute();
            await reply.SendAsync(200, reply.Json());
        }),
        new("slow", Nothing, async reply =>
        {
            await reply.WaitAsync(4);
            await reply.SendAsync(200, reply.Json());
        })
        {
            IsTrue = true,
        },
        new("drop by drop", Nothing, async reply =>
        {
            foreach (var part in Whole(reply).Chunk(40))
            {
                await reply.WaitAsync(0.2);
                await reply.Connection.SendAsync(part);
            }
        })
        {
            IsTrue = true,
        },
    ];

    internal static Fault[] Extras { get; } =
    [
        new("100 first", Executed, async reply =>
        {
            await reply.SendRawAsync("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n");
            await reply.SendAsync(200, reply.Json());
        }),
        new("response twice", Executed, async reply =>
        {
            var response = Whole(reply);
            await reply.Connection.SendAsync(new ReadOnlyMemory<byte>([.. response, .. response]));
        }),
        new("response twice, the second late", Executed, async reply =>
        {
            reply.Connection.Stale = Whole(reply);
            await reply.Connection.SendAsync(reply.Connection.Stale);
        }),
        new("bytes after the response", Executed, async reply =>
            await reply.Connection.SendAsync(new ReadOnlyMemory<byte>([.. Whole(reply), .. "\r\n\r\nmore"u8]))),
        new("HTTP/1.0", Executed, async reply =>
        {
            await reply.SendRawAsync("HTTP/1.0 200 OK\r\n\r\n");
            await reply.Connection.SendAsync(Encoding.UTF8.GetBytes(reply.Json()));
            reply.Connection.Close();
        }),
        new("chunks", Executed, async reply =>
        {
            var body = Encoding.UTF8.GetBytes(reply.Json());
            await reply.SendRawAsync(reply.Head(200, 0, Chunked) + $"{body.Length:x}\r\n");
            await reply.Connection.SendAsync(body);
            await reply.SendRawAsync("\r\n0\r\n\r\n");
        }),
        new("wrong chunks", Nothing, reply => reply.SendRawAsync(reply.Head(200, 0, Chunked) + "zz\r\n{}\r\n")),
        new("no HTTP", Nothing, reply => reply.SendRawAsync("SSH-2.0-OpenSSH_9.9\r\n\r\n")),
        new("no HTTP, echoes request", Nothing, reply => reply.SendRawAsync(reply.Request.Text)),
        Fault.Respond("headers of 100 KB", Nothing, 200, reply => reply.Json(), Big) with { IsTrue = true },
        Fault.Respond("two lengths", Nothing, 200, reply => reply.Json(), Lengths) with { IsTrue = true },
    ];

    internal static Fault[] All { get; } = [.. Breaks, .. Hangs, .. Extras];

    private static byte[] Whole(Reply reply) => reply.Bytes(200, Encoding.UTF8.GetBytes(reply.Json()));

    private static Fault Reset(string name, Func<int, int, int> length) =>
        Cut(name, length, connection => connection.Reset());

    private static Fault Close(string name, Func<int, int, int> length) =>
        Cut(name, length, connection => connection.Close());

    private static Fault Cut(string name, Func<int, int, int> length, Action<RawConnection> end)
    {
        return new(name, Nothing, async reply =>
        {
            var body = Encoding.UTF8.GetBytes(reply.Json());
            var response = reply.Bytes(200, body);
            var sent = length(response.Length - body.Length, response.Length);
            await reply.Connection.SendAsync(response.AsMemory(0, sent));
            end(reply.Connection);
        });
    }
}
