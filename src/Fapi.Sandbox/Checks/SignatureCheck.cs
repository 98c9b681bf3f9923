using Fapi.Sandbox.Operations;

namespace Fapi.Sandbox.Checks;

/// <summary>-1022 for a signature that does not fit the bytes as they were received.</summary>
internal sealed class SignatureCheck(ErrorTable errors) : ICheck
{
    public ExchangeResponse? Check(ExchangeCall call)
    {
        if (SecurityParameters.FindSignature(call.Operation) is not { } name)
        {
            return null;
        }

        var signature = call.Parameters.Find(name)?.Value;
        return signature is not null && call.Key is { } key && SignedText.Read(call.Request, name) is { } signedText &&
               key.Verify(signedText, signature)
            ? null
            : errors.Refuse("INVALID_SIGNATURE");
    }
}
