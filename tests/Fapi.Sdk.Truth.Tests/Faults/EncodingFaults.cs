using System.IO.Compression;
using Fapi.Sdk.Truth.Tests.Wire;
using static Fapi.Sdk.Truth.Tests.Faults.Told;

namespace Fapi.Sdk.Truth.Tests.Faults;

/// <summary>Content encodings, true and false ones.</summary>
internal static class EncodingFaults
{
    /// <summary>62 KB that open to 63 MB.</summary>
    internal static byte[] Bomb { get; } = Packed(new byte[63 * 1024 * 1024]);

    internal static Fault[] All { get; } =
    [
        new("gzip", Executed, reply => reply.SendAsync(200, Packed(Json(reply)), "Content-Encoding: gzip")),
        new("gzip cut", Nothing, reply => reply.SendAsync(200, Packed(Json(reply))[..^12], "Content-Encoding: gzip"))
        {
            IsTrue = true,
        },
        new("gzip bomb", Nothing, reply => reply.SendAsync(200, Bomb, "Content-Encoding: gzip")) { Share = 0.3 },
        new("gzip bomb 502", Nothing, reply => reply.SendAsync(502, Bomb, "Content-Encoding: gzip")) { Share = 0.3 },
        Lie("gzip"),
        Lie("br"),
        Lie("deflate"),
        Lie("compress"),
        Fault.Respond("brotli lie 400", Nothing, 400, "\u0001 not encoded like that", "Content-Encoding: br"),
    ];

    private static Fault Lie(string encoding) =>
        Fault.Respond($"{encoding} lie", Nothing, 200, "\u0001 not encoded like that", $"Content-Encoding: {encoding}");

    private static byte[] Json(Reply reply) => Encoding.UTF8.GetBytes(reply.Json());

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
