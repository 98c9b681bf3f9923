using static Fapi.SpecCheck.Rules.Direction;
using static Fapi.SpecCheck.Rules.Severity;
using static Fapi.SpecCheck.Rules.Silence;

namespace Fapi.SpecCheck.Rules;

/// <summary>Every rule that there is; the wordings say what they say.</summary>
internal static class RuleTable
{
    public static readonly Rule OperationMissing = new("operation-missing", Error, DocsToSpec, NotApplicable);
    public static readonly Rule OperationGone = new("operation-gone", Error, SpecToDocs, NotApplicable);
    public static readonly Rule NotInSource = new("not-in-source", Note, SpecToDocs, NotApplicable);
    public static readonly Rule SourceSkipped = new("source-skipped", Note, DocsToDocs, NotApplicable);
    public static readonly Rule LanguagesDisagree =
        new("languages-disagree", Warning, DocsToDocs, Denial, ChangeRules.Languages);
    public static readonly Rule WaiverExpired = new("waiver-expired", Error, WaiverToFindings, NotApplicable);
    public static readonly Rule WaiverUnused = new("waiver-unused", Warning, WaiverToFindings, NotApplicable);

    public static IReadOnlyList<Rule> All { get; } =
    [
        OperationMissing,
        OperationGone,
        new("server", Error, Both, Open, OperationRules.Server),
        new("deprecated", Warning, DocsToSpec, Open, OperationRules.Deprecated),
        new("method", Error, Both, Unchecked, c => Difference.Between(FactKey.Method, c.Ours.Method, c.Page.Method)),
        new("path", Error, Both, Unchecked, c => Difference.Between(FactKey.Path, c.Ours.Path, c.Page.Path)),
        new("security-type", Error, Both, Denial, OperationRules.SecurityType),
        new("signature", Error, Both, Denial, OperationRules.Signature),
        new("key-header", Error, Both, Denial, OperationRules.KeyHeader),
        new("weight", Error, Both, Unchecked, OperationRules.Weight),
        new("parameter-missing-in-spec", Error, DocsToSpec, NotApplicable, ParameterRules.MissingInSpec),
        new("parameter-missing-in-docs", Error, SpecToDocs, Denial, ParameterRules.MissingInDocs),
        new("parameter-type", Error, Both, Unchecked, ParameterRules.Type),
        new("parameter-mandatory", Error, Both, Unchecked, ParameterRules.Mandatory),
        new("parameter-place", Error, Both, Open, ParameterRules.Place),
        new("bounds-narrower", Error, DocsToSpec, Open, ParameterRules.Narrower),
        new("bounds-wider", Warning, DocsToSpec, Open, ParameterRules.Wider),
        new("default", Error, DocsToSpec, Open, ParameterRules.Default),
        new("enum-missing-in-spec", Error, DocsToSpec, Open, ParameterRules.ValuesMissingInSpec),
        new("enum-missing-in-docs", Warning, SpecToDocs, Open, ParameterRules.ValuesMissingInDocs),
        new("field-missing-in-schema", Error, DocsToSpec, Unchecked, FieldRules.MissingInSchema),
        new("field-missing-in-example", Warning, SpecToDocs, Denial, FieldRules.MissingInExample),
        new("field-type", Error, Both, Unchecked, FieldRules.Type),
        new("example-invalid", Error, DocsToSpec, Unchecked, FieldRules.Example, NeedsPage: true),
        new("code-unknown", Warning, DocsToSpec, Open, OperationRules.UnknownCode),
        LanguagesDisagree,
        new("page-changed", Warning, ThenToNow, Denial, ChangeRules.Page, NeedsPage: true),
        new("page-text-changed", Info, ThenToNow, NotApplicable, ChangeRules.Text, NeedsPage: true),
        new("page-not-locked", Info, ThenToNow, NotApplicable, ChangeRules.NotLocked, NeedsPage: true),
        WaiverExpired,
        WaiverUnused,
        new("either-place", Note, Both, Open, ParameterRules.EitherPlace),
        new("key-as-scheme", Note, Both, Open, OperationRules.KeyAsScheme),
        new("integer-width", Note, Both, Open, c => ParameterRules.Width(c).Concat(FieldRules.Width(c))),
        new("weight-varies", Note, Both, Unchecked, OperationRules.WeightVaries),
        new("own-bound", Note, SpecToDocs, Open, ParameterRules.OwnBound),
        new("field-required", Note, SpecToDocs, Open, FieldRules.Required),
        new("note-beside-tables", Note, DocsToSpec, Open, OperationRules.Note, NeedsPage: true),
        NotInSource,
        SourceSkipped,
    ];

    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
