namespace Fapi.Sandbox;

/// <summary>-1022 for a signature that does not fit the bytes as they were received.</summary>
internal sealed class SignatureCheck(ErrorTable errors) : ICheck
{
    public Refusal? Check(ExchangeCall call)
    {
        if (SecurityParameters.SignatureOf(call.Operation) is not { } name)
        {
            return null;
        }

        var signature = call.Parameters.Find(name)?.Value;
        return signature is not null && call.Key is { } key && SignedText.Of(call.Request, name) is { } signedText &&
               key.Verify(signedText, signature)
            ? null
            : errors.Refuse("INVALID_SIGNATURE");
    }
}
