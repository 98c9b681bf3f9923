namespace Fapi.Contract.Linting;

internal sealed class EnvironmentRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec)
    {
        var taken = new HashSet<string> { "FapiEnvironments" };
        foreach (var (name, address) in spec.Root.EntriesOf("x-environments"))
        {
            var subject = $"Environment '{name}' of 'x-environments'";
            if (CSharpName.Take(name, taken) is { } reason)
            {
                yield return new LintError(address, $"{subject} {reason}. Change the name.");
            }

            if (!Uri.TryCreate(address.Text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
            {
                yield return new LintError(
                    address, $"{subject} is {address.Text}; it has to be an address that begins with https://.");
            }
        }
    }
}
