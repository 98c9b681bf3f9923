namespace Fapi.Sandbox.Keys;

/// <param name="PrivateText">HMAC secret, or private key as PKCS#8 PEM; null when only the public half is here.</param>
/// <param name="Verifier">Checks signatures that were made with it.</param>
internal sealed record KeyMaterial(string? PrivateText, SignatureVerifier Verifier)
{
    public override string ToString() => nameof(KeyMaterial);
}
