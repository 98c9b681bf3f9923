using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Fapi.Sandbox;

internal sealed class HmacVerifier(string secret) : ISignatureVerifier
{
    private readonly byte[] key = Encoding.UTF8.GetBytes(secret);

    public bool Verify(ReadOnlySpan<byte> signedText, string signature)
    {
        Span<byte> sent = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature.Length != sent.Length * 2 ||
            Convert.FromHexString(signature, sent, out _, out _) != OperationStatus.Done)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, signedText, expected);
        return CryptographicOperations.FixedTimeEquals(sent, expected);
    }
}
