using System.Numerics;
using System.Security.Cryptography;

namespace Fapi.Sandbox;

/// <summary>RSA-2048 from a seed, which the platform's generator cannot do. For a simulated exchange only.</summary>
internal static class SeededRsa
{
    private const int PrimeBytes = 128;
    private static readonly BigInteger PublicExponent = 65537;

    public static RSAParameters Make(byte[] seed)
    {
        BigInteger p, q;
        var draw = 0;
        do
        {
            p = NextPrime(Draw(seed, draw++));
            q = NextPrime(Draw(seed, draw++));
        }
        while (p == q || (p - 1) % PublicExponent == 0 || (q - 1) % PublicExponent == 0);

        var d = Inverse(PublicExponent, (p - 1) * (q - 1));
        return new RSAParameters
        {
            Modulus = Unsigned(p * q, 2 * PrimeBytes),
            Exponent = Unsigned(PublicExponent, 3),
            D = Unsigned(d, 2 * PrimeBytes),
            P = Unsigned(p, PrimeBytes),
            Q = Unsigned(q, PrimeBytes),
            DP = Unsigned(d % (p - 1), PrimeBytes),
            DQ = Unsigned(d % (q - 1), PrimeBytes),
            InverseQ = Unsigned(Inverse(q, p), PrimeBytes),
        };
    }

    // Both top bits set: the product of two such numbers has exactly 2048 bits.
    private static BigInteger Draw(byte[] seed, int number)
    {
        var bytes = HKDF.Expand(HashAlgorithmName.SHA256, seed, PrimeBytes, BitConverter.GetBytes(number));
        bytes[0] |= 0xC0;
        bytes[^1] |= 1;
        return new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
    }

    private static BigInteger NextPrime(BigInteger candidate)
    {
        int[] small = [.. Enumerable.Range(3, 2000).Where(n => Enumerable.Range(2, n / 2 - 1).All(d => n % d != 0))];
        while (small.Any(n => candidate % n == 0) || !IsProbablePrime(candidate))
        {
            candidate += 2;
        }

        return candidate;
    }

    // Miller-Rabin. 16 fixed bases are ample for numbers that come from a hash, not from an adversary.
    private static bool IsProbablePrime(BigInteger n)
    {
        var odd = n - 1;
        var twos = 0;
        for (; odd.IsEven; odd >>= 1)
        {
            twos++;
        }

        return Enumerable.Range(2, 16).All(witness =>
        {
            var x = BigInteger.ModPow(witness, odd, n);
            for (var i = 1; i < twos && !x.IsOne && x != n - 1; i++)
            {
                x = x * x % n;
            }

            return x == n - 1 || (x.IsOne && BigInteger.ModPow(witness, odd, n).IsOne);
        });
    }

    private static BigInteger Inverse(BigInteger value, BigInteger modulus)
    {
        BigInteger a = value, b = modulus, x = 1, y = 0;
        while (!b.IsZero)
        {
            var quotient = a / b;
            (a, b) = (b, a - quotient * b);
            (x, y) = (y, x - quotient * y);
        }

        return x.Sign < 0 ? x + modulus : x;
    }

    private static byte[] Unsigned(BigInteger value, int length)
    {
        var bytes = new byte[length];
        var size = value.GetByteCount(isUnsigned: true);
        value.TryWriteBytes(bytes.AsSpan(length - size), out _, isUnsigned: true, isBigEndian: true);
        return bytes;
    }
}
