using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Fapi.Benchmarks.Cases;
using Fapi.Sdk.Signing;

namespace Fapi.Benchmarks.Full;

/// <summary>Signing alone.</summary>
public class SigningBenchmarks
{
    private static readonly byte[] Text =
        "symbol=BTCUSDT&leverage=21&recvWindow=5000&timestamp=1736393892000"u8.ToArray();

    private readonly Keys _keys = new();
    private readonly byte[] _signature = new byte[64];
    private IncrementalHash? _hash;
    private HmacSha256Signer? _signer;

    [GlobalSetup]
    public void SetUp()
    {
        _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(_keys.Secret));
        _signer = new HmacSha256Signer(_keys.Secret);
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _hash?.Dispose();
        _signer?.Dispose();
        _keys.Dispose();
    }

    [Benchmark(Baseline = true)]
    public void ReusedIncrementalHash()
    {
        _hash!.AppendData(Text);
        _hash.GetHashAndReset(_signature);
    }

    [Benchmark]
    public ValueTask<int> Signer() => _signer!.SignAsync(Text, _signature, CancellationToken.None);
}
