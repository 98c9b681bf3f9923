namespace Fapi.SpecCheck.Facts;

/// <summary>Names a fact of an operation, such as <c>parameters/symbol/type</c>.</summary>
internal sealed record FactKey(string Kind, string? Name = null, string? Aspect = null)
{
    public const string ParameterKind = "parameters";
    public const string FieldKind = "response";
    public const string CodeKind = "codes";

    public const string Type = "type";
    public const string Mandatory = "mandatory";
    public const string Minimum = "minimum";
    public const string Maximum = "maximum";
    public const string Default = "default";
    public const string Enum = "enum";
    public const string Place = "place";
    public const string Required = "required";
    public const string Withdrawn = "deprecated";
    public const string Note = "note";

    public static readonly FactKey Operation = new("operation");
    public static readonly FactKey Method = new("method");
    public static readonly FactKey Path = new("path");
    public static readonly FactKey Security = new("security");
    public static readonly FactKey Weight = new("weight");
    public static readonly FactKey Deprecated = new(Withdrawn);
    public static readonly FactKey Signed = new("signed");
    public static readonly FactKey KeyHeader = new("keyHeader");
    public static readonly FactKey Server = new("server");
    public static readonly FactKey ParameterPlace = new(ParameterKind, null, Place);
    public static readonly FactKey RequiredFields = new(FieldKind, null, Required);
    public static readonly FactKey Example = new("example");
    public static readonly FactKey Page = new("page");

    /// <summary>True where a page that doesn't state it leaves it open instead of denying it.</summary>
    public bool MayBeLeftOut => Aspect is Minimum or Maximum or Default or Enum || Kind == CodeKind;

    public static FactKey Parameter(string name, string? aspect = null) => new(ParameterKind, name, aspect);

    public static FactKey Field(string name, string? aspect = null) => new(FieldKind, name, aspect);

    public static FactKey Code(int code) => new(CodeKind, code.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads what <see cref="ToString"/> writes; a name may hold slashes.</summary>
    public static FactKey Parse(string text)
    {
        var (kind, rest) = text.Split('/', 2) is [var head, var tail] ? (head, tail) : (text, null);
        var slash = rest?.LastIndexOf('/') ?? -1;
        return slash < 0 ? new FactKey(kind, rest) : new FactKey(kind, rest![..slash], rest[(slash + 1)..]);
    }

    public override string ToString() => string.Join('/', new[] { Kind, Name, Aspect }.OfType<string>());
}
