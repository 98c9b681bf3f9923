namespace Fapi.Sdk.Signing;

/// <summary>Knows the texts that are given as private keys, and what to do with each that cannot sign.</summary>
internal static class KeyShapes
{
    private const string GivePrivateKey = "Give the private key that belongs to it; the exchange has the public one.";
    private const string AddLines =
        "Put -----BEGIN PRIVATE KEY----- before it and -----END PRIVATE KEY----- after it, on lines of their own.";
    private const string WantsText =
        "A private key starts with the line -----BEGIN PRIVATE KEY-----; "
            + "its text is wanted here, not the path of its file.";
    private const string ConvertFromOpenSsh =
        "Convert a copy of an RSA key with 'ssh-keygen -p -m PKCS8'; create an Ed25519 key with 'openssl genpkey'.";
    private const string TakeAnother = "The exchange takes RSA and Ed25519 keys: register one of these.";
    private const string ConvertToPem =
        "Convert it to PEM: a private key starts with the line -----BEGIN PRIVATE KEY-----.";

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

    internal static KeyText Read(PemBlock block) => (block.Label, block.Body) switch
    {
        (_, null) => Unusable("a PEM block that is cut off: its END line is missing", "Copy it whole."),
        ("RSA PRIVATE KEY", { } body) when body.Contains("ENCRYPTED") => Unusable(
            "a private key that is encrypted in the old OpenSSL way, which is weak",
            "Convert it with 'openssl pkcs8 -topk8'."),
        ("PRIVATE KEY" or "RSA PRIVATE KEY" or "ENCRYPTED PRIVATE KEY", _) => ReadPrivate(block),
        ("EC PRIVATE KEY" or "EC PARAMETERS", _) => Unusable("an EC private key", TakeAnother),
        ("DSA PRIVATE KEY", _) => Unusable("a DSA private key", TakeAnother),
        ("OPENSSH PRIVATE KEY", _) => Unusable("a private key in OpenSSH's own format", ConvertFromOpenSsh),
        ("CERTIFICATE" or "CERTIFICATE REQUEST", _) => Unusable("a certificate", GivePrivateKey),
        ("PUBLIC KEY" or "RSA PUBLIC KEY" or "PGP PUBLIC KEY BLOCK", _) => Unusable("a public key", GivePrivateKey),
        ("PGP PRIVATE KEY BLOCK", _) => Unusable("a PGP key", TakeAnother),
        _ => Unusable("a PEM block that is no private key", ConvertToPem),
    };

    /// <summary>Tells of a text without PEM what it is, from its beginning.</summary>
    internal static KeyText ReadWithoutPem(string text)
    {
        var key = Trim(text);
        return key.Length == 0 ? Unusable("nothing", "Write the key into the file, in PEM.")
            : IsBareKey(key) ? Unusable("the base64 of a key without the lines around it", AddLines)
            : key.Any(c => c is '\0' or '\uFFFD') ? Unusable("binary data, such as DER or PKCS#12", ConvertToPem)
            : key[0] == '{' ? Unusable("JSON, such as a JWK", ConvertToPem)
            : Starts(key, "ssh-") || Starts(key, "ecdsa-")
                ? Unusable("a public key in OpenSSH's own format", GivePrivateKey)
            : Starts(key, "PuTTY-") ? Unusable("a key of PuTTY", "Export it in PEM with puttygen.")
            : Unusable("no key in PEM", WantsText);
    }

    /// <summary>Finds the base64 of a key in DER: a sequence as long as the text, which begins with a small number or
    /// another sequence.</summary>
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

    private static bool Starts(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);

    private static KeyText Unusable(string holds, string advice) => new(KeyKind.Unusable, holds, advice);

    private static KeyText ReadPrivate(PemBlock block)
    {
        if (block.Decode() is not { } der)
        {
            return Unusable("a PEM block that is damaged: between its lines stands more than base64", "Copy it anew.");
        }

        var (kind, holds) = block.Label switch
        {
            "RSA PRIVATE KEY" => (KeyKind.Rsa, "an RSA private key"),
            "ENCRYPTED PRIVATE KEY" => (KeyKind.Encrypted, "an encrypted private key"),
            _ => FindAlgorithm(der),
        };
        Array.Clear(der, 0, der.Length);
        return new(kind, holds, TakeAnother, kind == KeyKind.Unusable ? "" : block.ToString());
    }

    private static (KeyKind Kind, string Holds) FindAlgorithm(byte[] der)
    {
        const int longestHeader = 32;
        var header = der.AsSpan(0, Math.Min(der.Length, longestHeader));
        foreach (var (id, kind, name) in Algorithms)
        {
            if (header.IndexOf(id) >= 0)
            {
                return (kind, $"{name} private key");
            }
        }

        return (KeyKind.Unusable, "a private key of an unknown kind, or one that is damaged");
    }

    private static string Trim(string text) => text.Trim().Trim('\uFEFF', '"', '\'', '`').Trim();

    private static int Header(byte[] der) => der[1] < 0x80 ? 2 : 2 + (der[1] & 0x7F);

    private static bool IsLength(byte[] der) =>
        der[1] < 0x80 ? der[1] == der.Length - 2
        : der[1] == 0x81 ? der[2] == der.Length - 3
        : der[1] == 0x82 && ((der[2] << 8) | der[3]) == der.Length - 4;
}
