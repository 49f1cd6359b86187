// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/results.h"

#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <tuple>

namespace soak::bench
{
namespace
{

using Json = nlohmann::json;

Json jsonOf(const Row& row)
{
    const auto [least, most] = std::minmax_element(row.ratios.begin(), row.ratios.end());
    Json out = Json::object();
    out["name"] = row.name;
    out["unit"] = row.unit;
    out["pairs"] = row.ratios.size();
    out["median_ratio"] = medianOf(row.ratios);
    out["min"] = *least;
    out["max"] = *most;
    out["budget"] = row.budget ? Json(row.budget->ratio) : Json(nullptr);
    out["budget_is"] = !row.budget                          ? Json(nullptr)
                       : row.budget->limit == Limit::AtMost ? Json("at_most")
                                                            : Json("at_least");
    const auto met = isMet(row);
    out["met"] = met ? Json(*met) : Json(nullptr);
    out["ours"] = row.ours;
    out["against"] = row.against;
    out["ours_cpu_s"] = row.oursCpu ? Json(*row.oursCpu) : Json(nullptr);
    out["against_cpu_s"] = row.againstCpu ? Json(*row.againstCpu) : Json(nullptr);
    out["measured_in"] = row.measuredIn;
    out["cpu_median_ratio"] = row.cpuRatio ? Json(*row.cpuRatio) : Json(nullptr);
    return out;
}

using Cells = std::array<std::string, 9>;

Cells cellsOf(const Row& row)
{
    const auto [least, most] = std::minmax_element(row.ratios.begin(), row.ratios.end());
    const auto number = [](double value) { return fixedText(value, value < 100 ? 2 : 0); };
    const auto met = isMet(row);
    const bool small = row.measuredIn == "s" && row.ours < 0.1;
    const auto amount = [&](double value) {
        return fixedText(small ? value * 1000 : value, 2) + (small ? " ms" : " " + row.measuredIn);
    };
    std::string budget = "-";
    if (row.budget) {
        budget = (row.budget->limit == Limit::AtMost ? "<= " : ">= ") + number(row.budget->ratio);
    }
    return {row.name,
            number(medianOf(row.ratios)) + " " + row.unit,
            number(*least) + ".." + number(*most),
            row.cpuRatio ? number(*row.cpuRatio) : "-",
            budget,
            !met   ? "-"
            : *met ? "met"
                   : "MISSED",
            amount(row.ours),
            amount(row.against),
            std::to_string(row.ratios.size())};
}

} // namespace

std::string jsonText(const Results& results)
{
    Json out = Json::object();
    out["rows"] = Json::array();
    for (const Row& row : results.rows) {
        out["rows"].push_back(jsonOf(row));
    }
    for (const auto& [name, text] : results.facts) {
        out["facts"][name] = text;
    }
    out["met"] = everyBudgetMet(results);
    return out.dump(2) + "\n";
}

std::string tableText(const Results& results)
{
    std::vector<Cells> lines{
        {"name", "median ratio", "min..max", "by cpu", "budget", "", "ours", "against", "pairs"}};
    for (const Row& row : results.rows) {
        lines.push_back(cellsOf(row));
    }
    std::array<std::size_t, std::tuple_size_v<Cells>> widths{};
    for (const Cells& cells : lines) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths[i] = std::max(widths[i], cells[i].size());
        }
    }
    std::string text;
    for (const Cells& cells : lines) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            text += cells[i] +
                    std::string(i + 1 < cells.size() ? widths[i] - cells[i].size() + 2 : 0, ' ');
        }
        text += "\n";
    }
    for (const auto& [name, fact] : results.facts) {
        text += name;
        text += ": ";
        text += fact;
        text += "\n";
    }
    return text;
}

bool everyBudgetMet(const Results& results)
{
    return std::all_of(results.rows.begin(), results.rows.end(),
                       [](const Row& row) { return isMet(row).value_or(true); });
}

} // namespace soak::bench
