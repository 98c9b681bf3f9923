using Fapi.Sdk.Signing;

namespace Fapi.Sdk.Tests.Signing;

internal static class SignerExtensions
{
    internal static async Task<string> SignTextAsync(this IRequestSigner signer, string text)
    {
        var signature = new byte[signer.MaxSignatureLength];
        var length = await signer.SignAsync(Encoding.ASCII.GetBytes(text), signature, CancellationToken.None);
        return Encoding.ASCII.GetString(signature, 0, length);
    }
}
