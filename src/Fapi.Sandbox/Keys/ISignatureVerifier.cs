namespace Fapi.Sandbox;

internal interface ISignatureVerifier
{
    /// <param name="signedText">The bytes as they were received, without the signature itself.</param>
    /// <param name="signature">The signature after percent-decoding.</param>
    bool Verify(ReadOnlySpan<byte> signedText, string signature);
}
