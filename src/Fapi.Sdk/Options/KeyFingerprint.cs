using System.Security.Cryptography;

namespace Fapi.Sdk.Options;

/// <summary>Creates a hash of a key, with a salt of this process: of no use to anybody who finds it in a
/// dump.</summary>
internal static class KeyFingerprint
{
    private static readonly byte[] Salt = new HMACSHA256().Key;

    internal static byte[] Create(params Secret?[] parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Salt);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part is null ? "" : $"\u0001{part.Reveal()}");
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
            Array.Clear(bytes, 0, bytes.Length);
        }

        return hash.GetHashAndReset();
    }
}
