namespace Fapi.Contract.Linting;

/// <summary>A reason why no client can be generated from a spec.</summary>
internal sealed record LintError(string File, int Line, int Column, string Message)
{
    public LintError(SourceNode at, string message)
        : this(at.Document.Name, at.Line, at.Column, message)
    {
    }

    public LintError(ContractDocumentException error)
        : this(error.Document, error.Line ?? 1, error.Column ?? 1, $"{error.Reason}.")
    {
    }

    /// <summary>The error as MSBuild reads it.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{File}({Line},{Column}): error FAPI001: The client cannot be generated from the spec: {Message}");
}
