namespace Fapi.SpecCheck.Tests.Pages;

public sealed class ParameterTableTests
{
    private const string Rule = "---|---|---|---";

    public static TheoryData<string, string> SameTables => new()
    {
        { "empty last cell",
            "Name| Type| Mandatory| Description\n---|---|---|---\ntree| STRING| YES|   \nlimit| INT| NO| max 9  \n" },
        { "outer pipes",
            "| Name | Type | Mandatory | Description |\n|---|---|---|---|\n| tree | STRING | YES | |\n| limit | INT "
                + "| NO | max 9 |" },
        { "aligned",
            "| Name  | Type   | Mandatory | Description |\n| :---- | :----: | --------: | ----------- |\n| tree  | "
                + "STRING | YES       |             |\n| limit | INT    | NO        | max 9       |" },
        { "rows cut short", "Name|Type|Mandatory|Description\n---|---|---|---\ntree|STRING|YES\nlimit|INT|NO|max 9" },
        { "types and words in any case",
            "Name|Type|Mandatory|Description\n---|---|---|---\ntree|String|Yes|\nlimit|int|no|Max 9" },
        { "code and bold in cells",
            "Name|Type|Mandatory|Description\n---|---|---|---\n`tree`|`STRING`|**YES**|\n`limit`|INT|NO|max 9" },
        { "other column names",
            "Parameter|Type|Required|Notes\n---|---|---|---\ntree|STRING|true|\nlimit|INT|false|max 9" },
        { "Chinese column names", "名称| 类型| 是否必需| 描述\n---|---|---|---\ntree| STRING| 是| 树\nlimit| INT| 否| 最大 9" },
        { "columns in another order",
            "Type|Name|Description|Mandatory\n---|---|---|---\nSTRING|tree||YES\nINT|limit|max 9|NO" },
        { "an empty row",
            "Name|Type|Mandatory|Description\n---|---|---|---\ntree|STRING|YES|\n  | | |  \nlimit|INT|NO|max 9" },
        { "text before and after",
            "All of them go into the query.\n\nName|Type|Mandatory|Description\n---|---|---|---\ntree|STRING|YES|\nlimit|INT|NO|max 9\n\n> * one of them at least" },
        { "no blank line before",
            "All of them:\nName|Type|Mandatory|Description\n---|---|---|---\ntree|STRING|YES|\nlimit|INT|NO|max 9" },
        { "a table of something else behind it",
            "Name|Type|Mandatory|Description\n---|---|---|---\ntree|STRING|YES|\nlimit|INT|NO|max 9\n\nMore for some "
                + "types:\n\nType|More\n---|---\nA|tree" },
    };

    [Theory]
    [MemberData(nameof(SameTables))]
    public void A_variation_of_a_table_says_the_same(string variation, string table)
    {
        var facts = PageSummary.Read(new OrchardPage { Parameters = table }.Markdown());
        Assert.True(facts.Problems.Count == 0, $"{variation}: {string.Join(' ', facts.Problems)}");
        Assert.Equal(["tree STRING YES", "limit INT NO max=9"], facts.Parameters.Select(PageSummary.Summary));
    }

    [Theory]
    [InlineData("NONE")]
    [InlineData("None.")]
    [InlineData("无")]
    [InlineData("`NONE`")]
    public void A_request_without_parameters_has_an_empty_list(string none)
    {
        var facts = PageSummary.Read(new OrchardPage { Parameters = none }.Markdown());
        Assert.True(facts.Recognised);
        Assert.Empty(facts.Parameters);
        Assert.Empty(facts.Problems);
    }

    [Theory]
    [InlineData(
        "ids| LIST<LONG>| NO| max length 10   \ne.g. [1,2]  \nnames| LIST<STRING>| NO| max length 10  \ne.g. "
            + "[\"a\",\"b\"], encoded.  ")]
    [InlineData(
        "ids| LIST<LONG>| NO| 最多支持10个   \n  \n比如`[1,2]`  \nnames| LIST<STRING>| NO| 最多支持10个   \n  "
            + "\n比如`[\"a\",\"b\"]`。  ")]
    [InlineData(
        "ids| LIST<LONG>| NO| max length 10<br>e.g. [1,2]\nnames| LIST\\<STRING\\>| NO| max length 10 <br/> e.g. "
            + "[\"a\"]")]
    public void A_line_break_in_a_cell_does_not_end_the_table(string rows)
    {
        var facts =
            PageSummary.Read(new OrchardPage { Parameters = OrchardPage.Table(rows, "last| LONG| YES| ") }.Markdown());
        Assert.Empty(facts.Problems);
        Assert.Equal(["ids LIST<LONG> NO", "names LIST<STRING> NO", "last LONG YES"],
            facts.Parameters.Select(PageSummary.Summary));
        Assert.Contains("[1,2]", facts.Parameters[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_fell_out_of_its_table_is_told()
    {
        var table = OrchardPage.Table("tree| STRING| YES| ") + "\n\nand so\n\non\n\nlimit| BYTE| NO| max 9";
        Assert.Contains("outside of it",
            Assert.Single(PageSummary.Read(new OrchardPage { Parameters = table }.Markdown()).Problems),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_in_outer_pipes_may_go_on_in_the_next_lines()
    {
        const string table =
            "| Name | Type | Mandatory | Description |\n|---|---|---|---|\n| ids | LIST<LONG> | NO | max length 10  "
                + "\n  e.g. [1,2] |\n| limit | INT | NO | default 5\n\nmax 9 |";
        var facts = PageSummary.Read(new OrchardPage { Parameters = table }.Markdown());
        Assert.Empty(facts.Problems);
        Assert.Equal(["ids LIST<LONG> NO", "limit INT NO max=9 default=5"],
            facts.Parameters.Select(PageSummary.Summary));
    }

    [Theory]
    [InlineData("YES", "YES")]
    [InlineData("EITHER OR BOTH", "EITHER OR BOTH")]
    [InlineData("Either", "Either")]
    [InlineData("Y", "YES")]
    [InlineData("optional", "NO")]
    public void Mandatory_is_yes_no_or_the_pages_own_word(string word, string expected) =>
        Assert.Equal(expected,
            PageSummary.Read(
            new OrchardPage
            {
                Parameters = OrchardPage.Table(
            $"tree| STRING| {word}| ")
            }.Markdown()).Parameters[0].Mandatory);

    [Fact]
    public void A_second_table_about_a_parameter_is_not_mixed_with_the_first()
    {
        var parameters = OrchardPage.Table("orders| list<JSON>| YES| ", "timestamp| LONG| YES| ")
            + "\n\n**Where`orders` is the list of orders in JSON**\n\n  * **Example:** "
            + "/oapi/v1/apples?orders=[{\"tree\":\"T1\",  \n\"count\":\"1\"}]\n\n"
            + OrchardPage.Table("tree| STRING| YES| ");
        var facts = PageSummary.Read(new OrchardPage { Parameters = parameters }.Markdown());
        Assert.Empty(facts.Problems);
        Assert.Equal(["orders LIST<JSON> YES", "timestamp LONG YES"], facts.Parameters.Select(PageSummary.Summary));
    }

    [Fact]
    public void A_second_table_that_belongs_to_nothing_is_a_problem()
    {
        var parameters =
            OrchardPage.Table("tree| STRING| YES| ") + "\n\nAlso:\n\n" + OrchardPage.Table("count| INT| YES| ");
        Assert.Contains("second table",
            Assert.Single(
            PageSummary.Read(
            new OrchardPage { Parameters = parameters }.Markdown()).Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tree| STRING| | ", "whether it is mandatory")]
    [InlineData("tree| | YES| ", "its type can't be read")]
    [InlineData("tree| INT| STRING| YES| about", "whether it is mandatory")]
    [InlineData("two trees| STRING| YES| ", "not the name of a parameter")]
    [InlineData("tree| STRING| YES| \ntree| INT| NO| ", "twice")]
    public void A_row_that_can_not_be_read_is_a_problem(string row, string problem)
    {
        var facts =
            PageSummary.Read(new OrchardPage { Parameters = OrchardPage.Table(row, "other| LONG| NO| ") }.Markdown());
        Assert.Contains(problem, Assert.Single(facts.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name\n\nType\n\nMandatory\n\nDescription\n\ntree\n\nSTRING\n\nYES", "no table that can be read")]
    [InlineData("", "no table that can be read")]
    [InlineData(
        "｜名称｜类型｜是否必需｜描述｜\n｜---｜---｜---｜---｜\n｜tree｜STRING｜YES｜｜\n｜limit｜INT｜NO｜max 9｜",
        "no table that can be read")]
    [InlineData("Limit| Weight\n---|---\n5| 1", "no table that can be read")]
    [InlineData("Name| Type| Mandatory| Description\n---|---|---|---\n", "is empty")]
    public void A_page_whose_table_is_lost_is_refused(string parameters, string problem)
    {
        var facts = PageSummary.Read(new OrchardPage { Parameters = parameters }.Markdown());
        Assert.False(facts.Recognised);
        Assert.Null(facts.Path);
        Assert.Contains(problem, string.Join(' ', facts.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_not_understood_is_a_problem_and_a_misspelt_one_is_not()
    {
        Assert.Contains("column \"Since\"",
            Assert.Single(
            PageSummary.Read(
            new OrchardPage
            {
                Parameters =
                "Name|Type|Mandatory|Since\n---|---|---|---\ntree|STRING|YES|2020"
            }.Markdown()).Problems),
                StringComparison.Ordinal);
        Assert.Equal(9,
            PageSummary.Read(
            new OrchardPage
            {
                Parameters =
                "Name|Type|Manadtory|Desciption\n---|---|---|---\nlimit|INT|NO|max 9"
            }.Markdown()).Parameters[
                    0].Maximum);
    }

    [Fact]
    public void A_pipe_in_a_description_stays_in_it()
    {
        var facts =
            PageSummary.Read(
            new OrchardPage
            {
                Parameters = "Name|Type|Mandatory|Description\n" + Rule
                + "\ntree|STRING|YES|`a|b` or c|d\nlimit|INT|NO|e \\| f"
            }.Markdown());
        Assert.Empty(facts.Problems);
        Assert.Equal(["`a|b` or c | d", "e | f"], facts.Parameters.Select(parameter => parameter.Description));
    }
}
