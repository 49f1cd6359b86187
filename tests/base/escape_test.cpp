// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/escape.h"
#include "core/base/text.h"
#include "tests/support/property.h"

#include <vector>

namespace soak
{
namespace
{

struct Row {
    std::string_view text;
    std::string_view escaped;
};

void expectAll(std::string (*escape)(std::string_view), const std::vector<Row>& table)
{
    for (const Row& row : table) {
        EXPECT_EQ(escape(row.text), row.escaped) << row.text;
    }
}

// Expected values are those of Python 3.11's json.dumps().
TEST(Escape, JsonIsAsciiAsPythonWritesIt)
{
    expectAll(jsonQuoted, {{"", "\"\""},
                           {"plain / text", "\"plain / text\""},
                           {"a\"b\\c", "\"a\\\"b\\\\c\""},
                           {"\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
                           {"\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\""},
                           {"\xC3\xA9\xE2\x82\xAC", "\"\\u00e9\\u20ac\""},
                           {"\xF0\x9F\x98\x80", "\"\\ud83d\\ude00\""},
                           {"bad \xFF", "\"bad \\ufffd\""}});
    EXPECT_EQ(jsonQuoted(std::string_view("\0", 1)), "\"\\u0000\"");
}

TEST(Escape, HtmlCannotEndTextOrAttribute)
{
    expectAll(escapeHtml, {{"plain\n", "plain\n"},
                           {"<script>alert('x') & \"y\"</script>",
                            "&lt;script&gt;alert(&#39;x&#39;) &amp; &quot;y&quot;&lt;/script&gt;"},
                           {"&lt;", "&amp;lt;"},
                           {"\x1b[31m", "\xEF\xBF\xBD[31m"},
                           {"\xC3\xA9\xFF", "\xC3\xA9\xEF\xBF\xBD"}});
}

TEST(Escape, XmlHasNoForbiddenCharacterAndKeepsLineBreaksInAttributes)
{
    expectAll(escapeXml, {{"<a b=\"c\">'&", "&lt;a b=&quot;c&quot;&gt;&#39;&amp;"},
                          {"]]>", "]]&gt;"},
                          {"a\tb\nc\rd", "a&#9;b&#10;c&#13;d"},
                          {"\x01\x1b", "\xEF\xBF\xBD\xEF\xBF\xBD"},
                          {"\xEF\xBF\xBE\xEF\xBF\xBF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
                          {"\xFF", "\xEF\xBF\xBD"}});
}

TEST(Escape, CsvCellsAreQuotedWhenNeededAndNoFormula)
{
    expectAll(csvCell,
              {{"", ""},
               {"plain text", "plain text"},
               {"a,b", "\"a,b\""},
               {"say \"x\"", "\"say \"\"x\"\"\""},
               {"two\nlines", "\"two\nlines\""},
               {"=1+1", "'=1+1"},
               {"+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"},
               {"-2+3", "'-2+3"},
               {"@SUM(A1)", "'@SUM(A1)"},
               {"\tx", "'\tx"},
               {"\r=1", "\"'\r=1\""},
               {"=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""},
               {"-1.5", "-1.5"},
               {"-1e-05", "-1e-05"},
               {"2.7", "2.7"},
               {"-inf", "'-inf"},
               {"\xFF", "\xEF\xBF\xBD"}});
}

TEST(Escape, LabelValuesStayInTheirQuotesAndLine)
{
    expectAll(
        escapeLabel,
        {{"plain {x}", "plain {x}"}, {"a\"b\\c\nd", "a\\\"b\\\\c\\nd"}, {"\xFF", "\xEF\xBF\xBD"}});
}

TEST(Escape, TerminalGetsOneLineWithoutControls)
{
    expectAll(escapeTerminal,
              {{"plain \xC3\xA9", "plain \xC3\xA9"},
               {"\x1b[2J\x07", "\\x1B[2J\\x07"},
               {"a\nb\rc\td", "a\\x0Ab\\x0Dc\\x09d"},
               {"\x7f", "\\x7F"},
               {"\xC2\x9B"
                "31m",
                "\\x9B31m"},                                   // C1 form of ESC [
               {"\xE2\x80\xAEtxt.exe", "\xEF\xBF\xBDtxt.exe"}, // right-to-left override
               {"\xE2\x81\xA6x\xE2\x80\xA8", "\xEF\xBF\xBDx\xEF\xBF\xBD"},
               {"\xFF", "\xEF\xBF\xBD"}});
}

TEST(Escape, GithubCommandsCannotBeEndedByTheirText)
{
    expectAll(escapeGithubData, {{"a: b, c", "a: b, c"},
                                 {"100%\r\n::error::x", "100%25%0D%0A::error::x"},
                                 {"\xFF", "\xEF\xBF\xBD"}});
    expectAll(escapeGithubProperty,
              {{"a: b, c", "a%3A b%2C c"}, {"100%\n", "100%25%0A"}, {"%3A", "%253A"}});
}

TEST(Escape, MarkdownHasNoMarkup)
{
    expectAll(escapeMarkdown,
              {{"plain text, with (brackets) and 2.7!", "plain text, with (brackets) and 2.7!"},
               {"**bold** *it* ~~no~~", "\\*\\*bold\\*\\* \\*it\\* \\~\\~no\\~\\~"},
               {"`code`", "\\`code\\`"},
               {"back\\slash", "back\\\\slash"},
               {"a|b", "a\\|b"},
               {"a\\|b", "a\\\\\\|b"},
               {"_x_ __y__", "\\_x\\_ \\_\\_y\\_\\_"},
               {"$x$", "\\$x\\$"}});
}

TEST(Escape, MarkdownKeepsNamesOfParametersReadable)
{
    EXPECT_EQ(escapeMarkdown("quoting.min_interval_ms"), "quoting.min_interval_ms");
    EXPECT_EQ(escapeMarkdown("a__b"), "a\\_\\_b");
}

TEST(Escape, MarkdownHasNoLinksOrImages)
{
    expectAll(escapeMarkdown, {{"[text](javascript:x)", "\\[text\\](javascript:x)"},
                               {"![alt](http://x/y.png)", "\\!\\[alt\\](http\\://x/y.png)"},
                               {"[ref]: http://x", "\\[ref\\]: http\\://x"},
                               {"https://evil.example", "https\\://evil.example"},
                               {"WWW.evil.example", "WWW\\.evil.example"},
                               {"see www.evil.example", "see www\\.evil.example"},
                               {"me@evil.example", "me@\xE2\x81\xA0"
                                                   "evil.example"},
                               {"@team", "@\xE2\x81\xA0team"},
                               {"<http://x>", "&lt;http\\://x&gt;"}});
}

TEST(Escape, MarkdownHasNoHtmlOrEntities)
{
    expectAll(escapeMarkdown, {{"<img src=x onerror=y>", "&lt;img src=x onerror=y&gt;"},
                               {"<!-- x -->", "&lt;!-- x --&gt;"},
                               {"&lt;b&gt;", "&amp;lt;b&amp;gt;"},
                               {"&#60;", "&amp;\\#60;"}});
}

TEST(Escape, MarkdownBeginsNoBlock)
{
    expectAll(escapeMarkdown, {{"# heading", "\\# heading"},
                               {"> quote", "&gt; quote"},
                               {"- item", "\\- item"},
                               {"+ item", "\\+ item"},
                               {"* item", "\\* item"},
                               {"1. item", "1\\. item"},
                               {"12) item", "12\\) item"},
                               {"---", "\\---"},
                               {"===", "\\==="},
                               {"```sh", "\\`\\`\\`sh"},
                               {"~~~", "\\~\\~\\~"},
                               {"    code", "code"},
                               {"\tcode", "code"},
                               {"-1.5", "\\-1.5"}});
}

TEST(Escape, MarkdownIsOneLineWithoutControls)
{
    expectAll(escapeMarkdown, {{"a\n\n# b\r\nc", "a  \\# b  c"},
                               {"a\xE2\x80\xA8"
                                "b\xC2\x85"
                                "c",
                                "a b c"},
                               {"\x1b[31m", "\xEF\xBF\xBD\\[31m"},
                               {"end  ", "end"},
                               {"\xFF", "\xEF\xBF\xBD"}});
}

SOAK_PROPERTY(Escape, NoTargetSeesInvalidTextOrALineBreak, (const std::string& bytes))
{
    for (const auto escape : {escapeMarkdown, escapeTerminal, escapeXml, escapeLabel,
                              escapeGithubData, escapeGithubProperty, jsonQuoted}) {
        const std::string escaped = escape(bytes);
        RC_ASSERT(isValidUtf8(escaped));
        RC_ASSERT(escaped.find('\n') == std::string::npos);
    }
    RC_ASSERT(isValidUtf8(escapeHtml(bytes)));
    RC_ASSERT(isValidUtf8(csvCell(bytes)));
}

} // namespace
} // namespace soak
