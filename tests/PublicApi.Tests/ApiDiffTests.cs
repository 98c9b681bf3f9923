
namespace PublicApi.Tests;

public sealed class ApiDiffTests
{
    private const string Before = """
        namespace N
        {
            public interface IClient
            {
                System.Threading.Tasks.Task<int> CallAsync(string symbol, int? limit = default);
            }
            public class Response
            {
                public Response() { }
                [J("leverage", Required=1)]
                public int Leverage { get; init; }
                public string Name { get; }
            }
            public enum Kind
            {
                A = 0,
                B = 1,
            }
            public static class Codes
            {
                public const int Bad = -1;
            }
        }

        """;

    /// <summary>A change of the listing, and what users at source level have to follow.</summary>
    public static TheoryData<string, string, string[]> Changes => new()
    {
        { "int? limit = default", "int? limit = default, string? note = null", ["IClient.CallAsync has changed"] },
        { "        public string Name { get; }\n", "", ["Response.Name is gone"] },
        { "public string Name", "public string? Name", ["Response.Name has changed"] },
        { "public int Leverage", "public long Leverage", ["Response.Leverage has changed"] },
        { "        System.Threading.Tasks.Task<int> CallAsync",
            "        void OtherAsync();\n        System.Threading.Tasks.Task<int> CallAsync",
            ["IClient.OtherAsync is new, and classes that implement or create it have to have it"] },
        { "        public string Name { get; }",
            "        public string Name { get; }\n        public required int More { get; init; }",
            ["Response.More is new, and classes that implement or create it have to have it"] },
        { "        public string Name { get; }",
            "        public string Name { get; }\n        public int More { get; }", [] },
        { "        B = 1,", "        B = 1,\n        C = 2,", [] },
        { "        B = 1,", "        B = 2,", ["Kind.B has changed"] },
        { "Bad = -1", "Bad = -2", ["Codes.Bad has changed"] },
        { "Required=1", "Required=2", [] },
        { "    public class Response\n", "    public sealed class Response\n", ["Response has changed"] },
        { "public Response() { }", "public Response(int a) { }", ["Response.Response has changed"] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_breaks_users_at_source_is_named(string old, string now, string[] breaks)
    {
        Assert.Contains(old, Before, StringComparison.Ordinal);

        Assert.Equal(breaks, ApiDiff.Of(Before, Before.Replace(old, now, StringComparison.Ordinal)).SourceBreaks());
    }

    [Fact]
    public void Changed_lines_stand_under_their_type() => Assert.Equal(
        """
              public class Response
        -         public int Leverage { get; init; }
        +         public long Leverage { get; init; }
              public static class Codes
        -         public const int Bad = -1;
        """.ReplaceLineEndings("\n"),
        ApiDiff.Of(
            Before,
            Before.Replace("int Leverage", "long Leverage", StringComparison.Ordinal)
                .Replace("        public const int Bad = -1;\n", "", StringComparison.Ordinal)).ToString());

    [Fact]
    public void The_same_listing_has_no_changes() => Assert.Empty(ApiDiff.Of(Before, Before).Changes);
}
