// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/overrides_diff.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/report/json_text.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::string_view kDiffSchema = "soak-diff/1";

// `text` is JSON of ours or of a file that was read; what does not parse is told as text.
Json valueJson(const std::optional<std::string>& text)
{
    if (!text) {
        return {};
    }
    Json json = Json::parse(*text, nullptr, false);
    return json.is_discarded() ? Json(*text) : json;
}

std::string cleanSigned(double delta)
{
    return signedNumber(withoutNoise(delta));
}

std::string leftOutText(const DiffSides& sides)
{
    std::string text;
    for (const std::string& pattern : sides.ignored) {
        text += (text.empty() ? "" : " ") + escapeTerminal(pattern);
    }
    return text.empty() ? text
                        : countText(sides.leftOut, "difference", "differences") +
                              " left out by: " + text + "\n";
}

} // namespace

std::string overridesDiffText(const OverridesDiff& diff, const DiffSides& sides)
{
    if (diff.empty()) {
        return "no differences between " + escapeTerminal(sides.a) + " and " +
               escapeTerminal(sides.b) + "\n" + leftOutText(sides);
    }
    TextTable table({{"parameter"},
                     {escapeTerminal(sides.a), ColumnAlign::Right},
                     {escapeTerminal(sides.b), ColumnAlign::Right},
                     {"change", ColumnAlign::Right}});
    for (const OverrideDifference& one : diff) {
        table.addRow({one.name, one.from.value_or("-"), one.to.value_or("-"),
                      one.delta ? cleanSigned(*one.delta) : std::string()});
    }
    return table.text() + "\n" + countText(diff.size(), "difference", "differences") + "\n" +
           leftOutText(sides);
}

std::string overridesDiffJson(const OverridesDiff& diff, const DiffSides& sides,
                              const ReportContext& context)
{
    Json rows = Json::array();
    for (const OverrideDifference& one : diff) {
        rows.push_back({{"name", one.name},
                        {"path", pathText(one.path)},
                        {"known", !one.isExtra},
                        {"a", valueJson(one.from)},
                        {"b", valueJson(one.to)},
                        {"delta", cleanOrNull(one.delta)}});
    }
    Json json{{"schema", kDiffSchema},
              {"tool_version", context.toolVersion},
              {"timestamp", jsonOrNull(context.timestamp)},
              {"a", sides.a},
              {"b", sides.b},
              {"equal", diff.empty()},
              {"differences", std::move(rows)}};
    if (!sides.ignored.empty()) {
        json["ignored"] = sides.ignored;
        json["left_out"] = sides.leftOut;
    }
    return jsonText(json);
}

} // namespace soak
