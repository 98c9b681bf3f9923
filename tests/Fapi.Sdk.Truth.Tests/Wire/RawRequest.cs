using System.Security.Cryptography;

namespace Fapi.Sdk.Truth.Tests.Wire;

/// <summary>A request as its bytes say it.</summary>
internal sealed class RawRequest
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    internal RawRequest(string text)
    {
        Text = text;
        var lines = text.Split("\r\n");
        Target = lines[0].Split(' ')[1];
        (Path, Query) = Target.Split('?', 2) is [var path, var query] ? (path, query) : (Target, "");
        foreach (var line in lines.Skip(1).Where(line => line.Contains(':', StringComparison.Ordinal)))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            _headers[line[..colon]] = line[(colon + 1)..].Trim();
        }
    }

    /// <summary>All of it up to the body, which no request has.</summary>
    internal string Text { get; }

    internal string Target { get; }

    internal string Path { get; }

    internal string Query { get; }

    internal string? ApiKey => _headers.GetValueOrDefault("X-MBX-APIKEY");

    internal bool IsSigned => Query.Contains("signature=", StringComparison.Ordinal);

    internal string Symbol => Parameter("symbol") ?? "";

    internal int Leverage => int.Parse(Parameter("leverage") ?? "0", CultureInfo.InvariantCulture);

    internal long Timestamp => long.Parse(Parameter("timestamp") ?? "0", CultureInfo.InvariantCulture);

    internal long RecvWindow => long.Parse(Parameter("recvWindow") ?? "5000", CultureInfo.InvariantCulture);

    internal string Signature => Parameter("signature") ?? "";

    /// <summary>Checks that the signature stands last and is that of all before it.</summary>
    internal bool IsSignedWith(string secret)
    {
        var end = Query.LastIndexOf("&signature=", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(Query[..end]));
        return Convert.ToHexString(expected).Equals(Query[(end + 11)..], StringComparison.OrdinalIgnoreCase);
    }

    private string? Parameter(string name) => Query.Split('&')
        .Where(pair => pair.StartsWith($"{name}=", StringComparison.Ordinal))
        .Select(pair => Uri.UnescapeDataString(pair[(name.Length + 1)..]))
        .FirstOrDefault();
}
