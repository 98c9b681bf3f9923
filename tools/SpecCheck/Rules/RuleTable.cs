using static Fapi.SpecCheck.Rules.Direction;
using static Fapi.SpecCheck.Rules.Severity;
using static Fapi.SpecCheck.Rules.Silence;

namespace Fapi.SpecCheck.Rules;

/// <summary>Every rule that there is; the wordings say what they say.</summary>
internal static class RuleTable
{
    public static Rule OperationMissing { get; } = new("operation-missing", Error, DocsToSpec, NotApplicable);

    public static Rule OperationGone { get; } = new("operation-gone", Error, SpecToDocs, NotApplicable);

    public static Rule SourceSkipped { get; } = new("source-skipped", Note, DocsToDocs, NotApplicable);

    public static Rule LanguagesDisagree { get; } =
        new("languages-disagree", Warning, DocsToDocs, Denial, LanguagesDisagreeRule.Check);

    public static Rule WaiverExpired { get; } = new("waiver-expired", Error, WaiverToFindings, NotApplicable);

    public static Rule WaiverUnused { get; } = new("waiver-unused", Warning, WaiverToFindings, NotApplicable);

    public static IReadOnlyList<Rule> All { get; } =
    [
        OperationMissing,
        OperationGone,
        new("server", Error, Both, Open, ServerRule.Check),
        new("deprecated", Warning, DocsToSpec, Open, DeprecatedRule.Check),
        new("method", Error, Both, Unchecked, MethodRule.Check),
        new("path", Error, Both, Unchecked, PathRule.Check),
        new("security-type", Error, Both, Denial, SecurityTypeRule.Check),
        new("signature", Error, Both, Denial, SignatureRule.Check),
        new("key-header", Error, Both, Denial, KeyHeaderRule.Check),
        new("weight", Error, Both, Unchecked, WeightRule.Check),
        new("parameter-missing-in-spec", Error, DocsToSpec, NotApplicable, ParameterMissingInSpecRule.Check),
        new("parameter-missing-in-docs", Error, SpecToDocs, Denial, ParameterMissingInDocsRule.Check),
        new("parameter-type", Error, Both, Unchecked, ParameterTypeRule.Check),
        new("parameter-mandatory", Error, Both, Unchecked, ParameterMandatoryRule.Check),
        new("parameter-place", Error, Both, Open, ParameterPlaceRule.Check),
        new("bounds-narrower", Error, DocsToSpec, Open, BoundsNarrowerRule.Check),
        new("bounds-wider", Warning, DocsToSpec, Open, BoundsWiderRule.Check),
        new("default", Error, DocsToSpec, Open, ParameterDefaultRule.Check),
        new("enum-missing-in-spec", Error, DocsToSpec, Open, EnumerationMissingInSpecRule.Check),
        new("enum-missing-in-docs", Warning, SpecToDocs, Open, EnumerationMissingInDocsRule.Check),
        new("field-missing-in-schema", Error, DocsToSpec, Unchecked, FieldMissingInSchemaRule.Check),
        new("field-missing-in-example", Warning, SpecToDocs, Denial, FieldMissingInExampleRule.Check),
        new("field-type", Error, Both, Unchecked, FieldTypeRule.Check),
        new("example-invalid", Error, DocsToSpec, Unchecked, ExampleInvalidRule.Check) { NeedsPage = true },
        new("code-unknown", Warning, DocsToSpec, Open, UnknownCodeRule.Check),
        LanguagesDisagree,
        new("page-changed", Warning, ThenToNow, Denial, PageChangedRule.Check) { NeedsPage = true },
        new("page-text-changed", Info, ThenToNow, NotApplicable, PageTextChangedRule.Check) { NeedsPage = true },
        new("page-not-locked", Info, ThenToNow, NotApplicable, PageNotLockedRule.Check) { NeedsPage = true },
        WaiverExpired,
        WaiverUnused,
        new("either-place", Note, Both, Open, ParameterPlaceRule.Note),
        new("key-as-scheme", Note, Both, Open, KeyHeaderRule.Note),
        new("integer-width", Note, Both, Open, IntegerWidthRule.Check),
        new("weight-varies", Note, Both, Unchecked, WeightRule.Note),
        new("own-bound", Note, SpecToDocs, Open, OwnBoundRule.Check),
        new("field-required", Note, SpecToDocs, Open, FieldRequiredRule.Check),
        SourceSkipped,
    ];

    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
