using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Options;

namespace Fapi.Leverage.Calls;

/// <summary>Which kind of signer the options lead to; of a private key file that is known once the SDK has read it.</summary>
internal sealed class SignerKind
{
    private SignerKind(string name) => Name = name;

    internal string Name { get; private set; }

    internal static SignerKind Of(FapiClientOptions options)
    {
        var kind = new SignerKind("HMAC-SHA256, in hex");
        var read = options.PrivateKeyReader;
        options.PrivateKeyReader = (pem, passphrase) =>
        {
            var signer = read(pem, passphrase);
            kind.Name = signer is Ed25519Signer ? "Ed25519, in base64" : "RSA PKCS#1 v1.5 with SHA-256, in base64";
            return signer;
        };
        return kind;
    }
}
