// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/iteration_table_csv.h"

#include "core/report/report_text.h"

#include <array>
#include <utility>

namespace soak
{

namespace
{

constexpr std::string_view kLineEnd = "\r\n"; // RFC 4180

// Columns as DOMAIN 1.8 names them.
constexpr std::array kColumns{
    std::pair{std::string_view("net_bps"), Metric::NetBps},
    std::pair{std::string_view("risk_ratio"), Metric::RiskRatio},
    std::pair{std::string_view("slippage_p95"), Metric::SlippageBpsP95},
    std::pair{std::string_view("adverse_p95"), Metric::AdverseBpsP95},
    std::pair{std::string_view("latency_p95_ms"), Metric::P95LatencyMs},
    std::pair{std::string_view("maker_taker_ratio"), Metric::MakerTakerRatio},
    std::pair{std::string_view("gross_bps"), Metric::GrossBps},
    std::pair{std::string_view("fees_bps"), Metric::FeesEffBps},
};

std::string_view grossImputed(const SoakRun& run, std::size_t row)
{
    const IterationNotes* notes = run.notes.at(row);
    if (notes == nullptr || !run.table.at(Metric::GrossBps, row)) {
        return "";
    }
    return notes->grossImputed ? "true" : "false";
}

} // namespace

std::string iterationTableCsv(const Judgement& judgement)
{
    const SoakRun& run = *judgement.run;
    std::string out = "iter";
    for (const auto& [name, metric] : kColumns) {
        out += ",";
        out += name;
    }
    out += ",gross_imputed";
    out += kLineEnd;
    for (std::size_t row = 0; row < run.table.rowCount(); ++row) {
        out += std::to_string(run.table.iterations()[row]);
        for (const auto& [name, metric] : kColumns) {
            const std::optional<double> value = run.table.at(metric, row);
            out += value ? "," + shortNumber(*value) : ",";
        }
        out += ",";
        out += grossImputed(run, row);
        out += kLineEnd;
    }
    return out;
}

} // namespace soak
