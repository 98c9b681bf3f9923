namespace Fapi.Sdk.Signing;

/// <summary>Knows the texts that are given as private keys, and what to do with each that cannot sign.</summary>
internal static class KeyShapes
{
    private const string GivePrivateKey = "Give the private key that belongs to it; the exchange has the public one.";
    private const string TakeAnother = "The exchange takes RSA and Ed25519 keys: register one of these.";
    private const string ConvertToPem = "Convert it to PEM: a private key starts with the line -----BEGIN PRIVATE KEY-----.";

    // Algorithms by their object identifiers in DER, as they stand at the beginning of PKCS#8.
    private static readonly (byte[] Id, KeyKind Kind, string Name)[] Algorithms =
    [
        ([0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01], KeyKind.Rsa, "an RSA"),
        ([0x06, 0x03, 0x2B, 0x65, 0x70], KeyKind.Ed25519, "an Ed25519"),
        ([0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A], KeyKind.Unusable, "an RSA-PSS"),
        ([0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01], KeyKind.Unusable, "an EC"),
        ([0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01], KeyKind.Unusable, "a DSA"),
        ([0x06, 0x03, 0x2B, 0x65, 0x71], KeyKind.Unusable, "an Ed448"),
        ([0x06, 0x03, 0x2B, 0x65, 0x6E], KeyKind.Unusable, "an X25519"),
    ];

    internal static (KeyKind Kind, string Holds, string Advice) Of(PemBlock block) => block switch
    {
        { Body: null } => (KeyKind.Unusable, "a PEM block that is cut off: its END line is missing", "Copy it whole."),
        { Label: "OPENSSH PRIVATE KEY" } => (KeyKind.Unusable, "a private key in OpenSSH's own format", "Convert a copy of an RSA key with 'ssh-keygen -p -m PKCS8'; create an Ed25519 key with 'openssl genpkey -algorithm ed25519'."),
        { Label: "EC PRIVATE KEY" or "EC PARAMETERS" } => (KeyKind.Unusable, "an EC private key", TakeAnother),
        { Label: "DSA PRIVATE KEY" } => (KeyKind.Unusable, "a DSA private key", TakeAnother),
        { Label: "CERTIFICATE" or "CERTIFICATE REQUEST" } => (KeyKind.Unusable, "a certificate", GivePrivateKey),
        { Label: "ENCRYPTED PRIVATE KEY" } => Checked(block, KeyKind.Encrypted, "an encrypted private key"),
        { Label: "RSA PRIVATE KEY", Body: { } body } when body.Contains("ENCRYPTED") => (KeyKind.Unusable, "a private key that is encrypted in the old OpenSSL way, which is weak", "Convert it with 'openssl pkcs8 -topk8'."),
        { Label: "RSA PRIVATE KEY" } => Checked(block, KeyKind.Rsa, "an RSA private key"),
        { Label: "PRIVATE KEY" } => Private(block),
        { Label: { } label } when label.EndsWith("PUBLIC KEY", StringComparison.Ordinal) || label.Contains("PUBLIC KEY BLOCK") => (KeyKind.Unusable, "a public key", GivePrivateKey),
        { Label: { } label } when label.StartsWith("PGP", StringComparison.Ordinal) => (KeyKind.Unusable, "a PGP key", TakeAnother),
        _ => (KeyKind.Unusable, "a PEM block that is no private key", ConvertToPem),
    };

    /// <summary>Tells of a text without PEM what it is, from its beginning.</summary>
    internal static (string Holds, string Advice) WithoutPem(string text)
    {
        var trimmed = Trim(text);
        return trimmed switch
        {
            "" => ("nothing", "Write the key into the file, in PEM."),
            _ when IsBareKey(text) => ("the base64 of a key without the lines around it", "Put -----BEGIN PRIVATE KEY----- before it and -----END PRIVATE KEY----- after it, each on a line of its own."),
            _ when trimmed.Any(c => c is '\0' or '\uFFFD') => ("binary data, such as DER or PKCS#12", ConvertToPem),
            _ when trimmed[0] == '{' => ("JSON, such as a JWK", ConvertToPem),
            _ when trimmed.StartsWith("ssh-", StringComparison.Ordinal) || trimmed.StartsWith("ecdsa-", StringComparison.Ordinal) => ("a public key in OpenSSH's own format", GivePrivateKey),
            _ when trimmed.StartsWith("PuTTY-", StringComparison.Ordinal) => ("a key of PuTTY", "Export it in PEM with puttygen."),
            _ => ("no key in PEM", "A private key starts with the line -----BEGIN PRIVATE KEY-----; what is wanted here is the text of its file, not the path."),
        };
    }

    /// <summary>Finds the base64 of a key in DER: a sequence as long as the text, which begins with a small number or another sequence.</summary>
    internal static bool IsBareKey(string text)
    {
        var der = new PemBlock("", Trim(text)).Decode();
        if (der is null)
        {
            return false;
        }

        var isKey = der.Length > 16 && der[0] == 0x30 && IsLength(der) && (der[Header(der)] is 0x02 or 0x30);
        Array.Clear(der, 0, der.Length);
        return isKey;
    }

    private static (KeyKind Kind, string Holds, string Advice) Private(PemBlock block)
    {
        var der = block.Decode();
        if (der is null)
        {
            return Checked(block, KeyKind.Unusable, "");
        }

        var algorithm = FindAlgorithm(der);
        Array.Clear(der, 0, der.Length);
        return algorithm < 0
            ? (KeyKind.Unusable, "a private key of an unknown kind, or one that is damaged", TakeAnother)
            : (Algorithms[algorithm].Kind, $"{Algorithms[algorithm].Name} private key", TakeAnother);
    }

    private static (KeyKind Kind, string Holds, string Advice) Checked(PemBlock block, KeyKind kind, string holds)
    {
        if (block.Decode() is not { } der)
        {
            return (KeyKind.Unusable, "a PEM block that is damaged: between its lines stands more than base64", "Copy it anew.");
        }

        Array.Clear(der, 0, der.Length);
        return (kind, holds, TakeAnother);
    }

    private static int FindAlgorithm(byte[] der)
    {
        const int longestHeader = 32;
        var header = der.AsSpan(0, Math.Min(der.Length, longestHeader));
        for (var i = 0; i < Algorithms.Length; i++)
        {
            if (header.IndexOf(Algorithms[i].Id) >= 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Trim(string text) => text.Trim().Trim('\uFEFF', '"', '\'', '`').Trim();

    private static int Header(byte[] der) => der[1] < 0x80 ? 2 : 2 + (der[1] & 0x7F);

    private static bool IsLength(byte[] der) =>
        der[1] < 0x80 ? der[1] == der.Length - 2
        : der[1] == 0x81 ? der[2] == der.Length - 3
        : der[1] == 0x82 && ((der[2] << 8) | der[3]) == der.Length - 4;
}
