namespace Fapi.Sandbox;

/// <summary>The kinds of API key that the exchange knows; they differ in how a request is signed.</summary>
public enum SandboxKeyKind
{
    /// <summary>HMAC-SHA256 with a shared secret, signature in hex of either case.</summary>
    Hmac,

    /// <summary>RSA, PKCS#1 v1.5 padding with SHA-256, signature in base64.</summary>
    Rsa,

    /// <summary>Ed25519, signature in base64.</summary>
    Ed25519,
}
