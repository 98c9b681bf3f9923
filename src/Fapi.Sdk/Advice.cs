namespace Fapi.Sdk;

internal static class Advice
{
    internal static string AfterUnknown(FapiOperation operation) => operation.IsRepeatHarmless
        ? "Read the state back from the exchange, or send the same request again, which is harmless."
        : "Read the state back from the exchange before you send it again.";
}
