namespace Fapi.Sdk.Signing;

/// <summary>Signs requests with the secret of one API key. A remote signer, such as one in front of a hardware module,
/// implements this.</summary>
/// <remarks>Used by many calls at once. An implementation keeps its key out of exceptions and
/// <c>ToString</c>.</remarks>
public interface IRequestSigner
{
    /// <summary>Upper bound of the length of a signature, in bytes.</summary>
    int MaxSignatureLength { get; }

    /// <summary>Signs the text that is sent.</summary>
    /// <param name="text">The percent-encoded query as it is sent, without <c>signature</c>; ASCII. Valid until the
    /// task ends.</param>
    /// <param name="signature">Takes the signature as ASCII: hex for HMAC, base64 for RSA and Ed25519, not
    /// percent-encoded; <see cref="MaxSignatureLength"/> bytes long.</param>
    /// <param name="cancellationToken">Cancels the call that is to be signed.</param>
    /// <returns>Number of bytes written to <paramref name="signature"/>.</returns>
    ValueTask<int> SignAsync(ReadOnlyMemory<byte> text, Memory<byte> signature, CancellationToken cancellationToken);
}
