namespace Fapi.SpecCheck.Rules;

/// <summary>Every rule that there is; what they say is in <c>Wording</c>.</summary>
internal static class RuleTable
{
    public static Rule OperationMissing { get; } =
        new("operation-missing", Severity.Error, Direction.DocsToSpec, Silence.NotApplicable);

    public static Rule OperationGone { get; } =
        new("operation-gone", Severity.Error, Direction.SpecToDocs, Silence.NotApplicable);

    public static Rule SourceSkipped { get; } =
        new("source-skipped", Severity.Note, Direction.DocsToDocs, Silence.NotApplicable);

    public static Rule LanguagesDisagree { get; } =
        new("languages-disagree", Severity.Warning, Direction.DocsToDocs, Silence.Denial, LanguagesDisagreeRule.Check);

    public static Rule WaiverExpired { get; } =
        new("waiver-expired", Severity.Error, Direction.WaiverToFindings, Silence.NotApplicable);

    public static Rule WaiverUnused { get; } =
        new("waiver-unused", Severity.Warning, Direction.WaiverToFindings, Silence.NotApplicable);

    public static IReadOnlyList<Rule> All { get; } =
    [
        OperationMissing,
        OperationGone,
        new("server", Severity.Error, Direction.Both, Silence.Open, ServerRule.Check),
        new("deprecated", Severity.Warning, Direction.DocsToSpec, Silence.Open, DeprecatedRule.Check),
        new("method", Severity.Error, Direction.Both, Silence.Unchecked, MethodRule.Check),
        new("path", Severity.Error, Direction.Both, Silence.Unchecked, PathRule.Check),
        new("security-type", Severity.Error, Direction.Both, Silence.Denial, SecurityTypeRule.Check),
        new("signature", Severity.Error, Direction.Both, Silence.Denial, SignatureRule.Check),
        new("key-header", Severity.Error, Direction.Both, Silence.Denial, KeyHeaderRule.Check),
        new("weight", Severity.Error, Direction.Both, Silence.Unchecked, WeightRule.Check),
        new("parameter-missing-in-spec", Severity.Error, Direction.DocsToSpec, Silence.NotApplicable,
            ParameterMissingInSpecRule.Check),
        new("parameter-missing-in-docs", Severity.Error, Direction.SpecToDocs, Silence.Denial,
            ParameterMissingInDocsRule.Check),
        new("parameter-type", Severity.Error, Direction.Both, Silence.Unchecked, ParameterTypeRule.Check),
        new("parameter-mandatory", Severity.Error, Direction.Both, Silence.Unchecked, ParameterMandatoryRule.Check),
        new("parameter-place", Severity.Error, Direction.Both, Silence.Open, ParameterPlaceRule.Check),
        new("bounds-narrower", Severity.Error, Direction.DocsToSpec, Silence.Open, BoundsNarrowerRule.Check),
        new("bounds-wider", Severity.Warning, Direction.DocsToSpec, Silence.Open, BoundsWiderRule.Check),
        new("default", Severity.Error, Direction.DocsToSpec, Silence.Open, ParameterDefaultRule.Check),
        new("enum-missing-in-spec", Severity.Error, Direction.DocsToSpec, Silence.Open,
            EnumerationMissingInSpecRule.Check),
        new("enum-missing-in-docs", Severity.Warning, Direction.SpecToDocs, Silence.Open,
            EnumerationMissingInDocsRule.Check),
        new("field-missing-in-schema", Severity.Error, Direction.DocsToSpec, Silence.Unchecked,
            FieldMissingInSchemaRule.Check),
        new("field-missing-in-example", Severity.Warning, Direction.SpecToDocs, Silence.Denial,
            FieldMissingInExampleRule.Check),
        new("field-type", Severity.Error, Direction.Both, Silence.Unchecked, FieldTypeRule.Check),
        new("example-invalid", Severity.Error, Direction.DocsToSpec, Silence.Unchecked,
            ExampleInvalidRule.Check) { NeedsPage = true },
        new("code-unknown", Severity.Warning, Direction.DocsToSpec, Silence.Open, UnknownCodeRule.Check),
        LanguagesDisagree,
        new("page-changed", Severity.Warning, Direction.ThenToNow, Silence.Denial,
            PageChangedRule.Check) { NeedsPage = true },
        new("page-text-changed", Severity.Info, Direction.ThenToNow, Silence.NotApplicable,
            PageTextChangedRule.Check) { NeedsPage = true },
        new("page-not-locked", Severity.Info, Direction.ThenToNow, Silence.NotApplicable,
            PageNotLockedRule.Check) { NeedsPage = true },
        WaiverExpired,
        WaiverUnused,
        new("either-place", Severity.Note, Direction.Both, Silence.Open, ParameterPlaceRule.Note),
        new("key-as-scheme", Severity.Note, Direction.Both, Silence.Open, KeyHeaderRule.Note),
        new("integer-width", Severity.Note, Direction.Both, Silence.Open, IntegerWidthRule.Check),
        new("weight-varies", Severity.Note, Direction.Both, Silence.Unchecked, WeightRule.Note),
        new("own-bound", Severity.Note, Direction.SpecToDocs, Silence.Open, OwnBoundRule.Check),
        new("field-required", Severity.Note, Direction.SpecToDocs, Silence.Open, FieldRequiredRule.Check),
        SourceSkipped,
    ];

    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
