using Regeneration.Tests.Support;

namespace Regeneration.Tests;

/// <summary>A spec that nothing can be generated from gives one error that says what is wrong and where.</summary>
public sealed class SpecErrorTests(SpecErrorTests.RestoredCopy restored) : IClassFixture<SpecErrorTests.RestoredCopy>
{
    private const string Leverage = "        - name: leverage\n          in: query\n";

    /// <summary>Name, change, text of the line that is at fault (the first in which it stands), and what the message says.</summary>
    public static TheoryData<string, Func<string, string>, string, string> Broken => new()
    {
        { "empty", _ => "", "", "it holds no OpenAPI document" },
        { "tabs", spec => spec.With("  /fapi/v1/time:\n", "\t/fapi/v1/time:\n"), "\t/fapi/v1/time:", "it is not YAML. The line is indented by a tab; indent it by spaces." },
        { "not YAML", spec => spec.With("tags: [Market Data]", "tags: [Market Data"), "tags: [Market Data\n", "it is not YAML. What begins on this line is not closed" },
        { "plain text", _ => "Once upon a time", "Once upon a time", "it holds no OpenAPI document" },
        { "dangling reference", spec => spec.With("schema: { $ref: '#/components/schemas/ExchangeTime' }", "schema: { $ref: '#/components/schemas/Nope' }"), "schemas/Nope", "#/components/schemas/Nope" },
        { "bound of wrong type", spec => spec.With("maximum: 125", "maximum: many"), "maximum: many", "many" },
        { "no weight", spec => spec.With("x-weight: 1\n      x-security-type: NONE", "x-security-type: NONE"), "operationId: checkServerTime", "Operation 'checkServerTime' has no x-weight" },
        { "no security type", spec => spec.With("      x-security-type: NONE\n", ""), "operationId: checkServerTime", "Operation 'checkServerTime' has no x-security-type" },
        { "body", spec => spec.With("      security: []\n", "      security: []\n      requestBody: { content: { application/json: { schema: { type: object } } } }\n"), "operationId: checkServerTime", "Operation 'checkServerTime' has a body" },
        { "header parameter", spec => spec.With(Leverage, Leverage.Replace("query", "header", StringComparison.Ordinal)), "- name: leverage", "Parameter 'leverage' of 'changeInitialLeverage' is a header" },
        { "character that NSwag cannot read", spec => spec.With("summary: Reads the clock of the exchange.", "summary: \"Reads \\L the clock.\""), "summary: \"Reads \\L", "escape sequence" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_spec_gives_one_error_with_its_line(string name, Func<string, string> change, string fault, string message)
    {
        var copy = restored.Copy;
        copy.Spec = change(restored.Spec);

        var run = await copy.GenerateAsync();

        Assert.NotEqual(0, run.ExitCode);
        var error = Assert.Single(run.Errors);
        var line = fault.Length == 0 ? 1 : copy.Spec[..copy.Spec.IndexOf(fault, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        Assert.StartsWith($"{copy.SpecPath}({line}): error FAPI001: The client cannot be generated from the spec: ", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(copy.GeneratedPath), name);
        Assert.Empty(Directory.GetFiles(copy.GeneratedFolder, "*.tmp"));
    }

    public sealed class RestoredCopy : IAsyncLifetime
    {
        internal BuildCopy Copy { get; } = new();

        internal string Spec { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Spec = Copy.Spec;
            (await Copy.RestoreAsync()).Succeeded();
        }

        public ValueTask DisposeAsync()
        {
            Copy.Dispose();
            return default;
        }
    }
}
