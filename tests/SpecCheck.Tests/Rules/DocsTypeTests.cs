using Fapi.SpecCheck.Facts;
using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Rules;

public sealed class DocsTypeTests
{
    [Theory]
    [InlineData("STRING", "{ type: string }", true)]
    [InlineData("String", "{ type: string, format: uuid }", true)]
    [InlineData("STRING", "{ type: integer }", false)]
    [InlineData("STRING", "{ type: string, format: decimal }", false)]
    [InlineData("INT", "{ type: integer }", true)]
    [InlineData("integer", "{ type: integer, format: int32 }", true)]
    [InlineData("INT", "{ type: integer, format: int64 }", false)]
    [InlineData("INT", "{ type: number }", false)]
    [InlineData("LONG", "{ type: integer, format: int64 }", true)]
    [InlineData("long", "{ type: integer, format: int32 }", false)]
    [InlineData("DECIMAL", "{ type: string, format: decimal }", true)]
    [InlineData("DECIMAL", "{ type: number }", true)]
    [InlineData("DECIMAL", "{ type: string }", false)]
    [InlineData("DECIMAL", "{ type: integer }", false)]
    [InlineData("BOOLEAN", "{ type: boolean }", true)]
    [InlineData("BOOLEAN", "{ type: string }", false)]
    [InlineData("STRING", "{ type: boolean }", false)]
    [InlineData("STRING", "{ type: boolean, x-also: text }", true)]
    [InlineData("ENUM", "{ type: string, enum: [A] }", true)]
    [InlineData("ENUM", "{ type: boolean }", false)]
    [InlineData("ARRAY", "{ type: array, items: { type: string } }", true)]
    [InlineData("LIST<STRING>", "{ type: array, items: { type: string } }", true)]
    [InlineData("list<long>", "{ type: array, items: { type: integer, format: int64 } }", true)]
    [InlineData("LIST<LONG>", "{ type: array, items: { type: string } }", false)]
    [InlineData("LIST", "{ type: string }", false)]
    public async Task Check_TypeOfAParameter_IsComparedWithTheSchema(string type, string schema, bool fits)
    {
        using var workspace = new Workspace();
        workspace.ChangeSpec("schema: { type: integer, format: int32, minimum: 1, maximum: 125 }", $"schema: {schema}");
        var page =
            LeveragePage.Text.Replace("leverage| INT| YES| the leverage, int from 1 to 125",
            $"leverage| {type}| YES| ", StringComparison.Ordinal)
            .Replace("leverage| INT| YES| 杠杆：1 到 125 整数", $"leverage| {type}| YES| ", StringComparison.Ordinal);

        var run = await workspace.CheckAsync(workspace.Write("page.md", page));

        Assert.Equal(fits ? 0 : 1, run.Code);
        Assert.Equal(fits ? [] : ["parameter-type"], run.Rules);
    }

    [Theory]
    [InlineData("List< string >", "ARRAY<STRING>")]
    [InlineData("array", "ARRAY")]
    [InlineData("Integer", "INT")]
    [InlineData("MYSTERY", "MYSTERY")]
    public void Normal_OfTheSameType_IsTheSameWord(string type, string normal) =>
        Assert.Equal(normal, DocsType.Normal(type));
}
