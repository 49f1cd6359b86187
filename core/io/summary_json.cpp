// SPDX-License-Identifier: GPL-3.0-or-later
// The writing half; summary_reader.cpp has the reading one.
#include "core/io/summary_json.h"

#include "core/base/text.h"
#include "core/io/json_keys.h"
#include "core/io/json_writer.h"

#include <nlohmann/json.hpp>

#include <array>

namespace soak
{

namespace
{

using Json = nlohmann::json;

// Fields of the old form, which old readers expect to be there (DOMAIN 1.2).
constexpr std::array kAlwaysWritten{
    Metric::NetBps,          Metric::GrossBps,         Metric::FeesEffBps,
    Metric::SlippageBps,     Metric::AdverseBps,       Metric::InventoryBps,
    Metric::AdverseBpsP95,   Metric::SlippageBpsP95,   Metric::OrderAgeP95Ms,
    Metric::P95LatencyMs,    Metric::CancelRatio,      Metric::WsLagP95Ms,
    Metric::RiskRatio,       Metric::MinIntervalRatio, Metric::ConcurrencyRatio,
    Metric::MakerTakerRatio,
};

constexpr std::array kWrittenWhenKnown{
    Metric::ThrottleRatio,
    Metric::ReplaceRatio,
    Metric::MakerSharePct,
    Metric::TakerSharePct,
};

constexpr std::array kFills{
    Metric::MakerCount,
    Metric::TakerCount,
    Metric::MakerVolume,
    Metric::TakerVolume,
};

constexpr int kPercentDecimals = 1;
constexpr int kRatioDecimals = 6;

Json textOrNull(const std::optional<std::string>& text)
{
    return text ? Json(*text) : Json(nullptr);
}

Json metricJson(const IterationSummary& summary, Metric metric)
{
    const std::optional<double> value = summary.at(metric);
    if (!value) {
        return nullptr;
    }
    return specOf(metric).unit == MetricUnit::Count ? amountJson(*value) : Json(*value);
}

Json fillsJson(const IterationSummary& summary)
{
    Json fills = Json::object();
    for (const Metric metric : kFills) {
        if (summary.at(metric)) {
            fills[specOf(metric).key] = metricJson(summary, metric);
        }
    }
    return fills.empty() ? Json(nullptr) : fills;
}

// `total` and the shares are of all counted actions, the allowed ones included.
Json blocksJson(const BlockCounts& blocks)
{
    const std::array rows{
        std::pair{Key::minInterval, blocks.minInterval},
        std::pair{Key::concurrency, blocks.concurrency},
        std::pair{Key::risk, blocks.risk},
        std::pair{Key::throttle, blocks.throttle},
        std::pair{Key::allowed, blocks.allowed},
        std::pair{Key::other, blocks.other},
    };
    double total = 0;
    for (const auto& [key, count] : rows) {
        total += static_cast<double>(count);
    }
    Json out = Json::object();
    out[Key::ratios] = Json::object();
    out[Key::ratios01] = Json::object();
    out[Key::total] = amountJson(total);
    for (const auto& [key, count] : rows) {
        out[Key::counts][key] = count;
        if (total > 0) {
            const double share = static_cast<double>(count) / total;
            out[Key::ratios][key] = roundTo(100 * share, kPercentDecimals);
            out[Key::ratios01][key] = roundTo(share, kRatioDecimals);
        }
    }
    return out;
}

void writePhase(Json& out, Phase phase, int iteration)
{
    out[Key::phase] = keyOf(phase);
    out[Key::warmupActive] = phase == Phase::Warmup ? 1 : 0;
    out[Key::warmupIterIdx] = phase == Phase::Warmup ? iteration : 0;
    out[Key::rampdownActive] = phase == Phase::Rampdown ? 1 : 0;
}

void writeNotes(Json& out, const IterationNotes& notes, int iteration)
{
    out[Key::version] = textOrNull(notes.version);
    out[Key::kpiVerdict] = textOrNull(notes.kpiVerdict);
    out[Key::kpiReasons] = notes.kpiReasons;
    out[Key::negEdgeDrivers] = notes.negEdgeDrivers;
    out[Key::sentinelAdvice] = notes.sentinelAdvice;
    out[Key::makerTakerSource] =
        notes.makerTakerSource.empty() ? Json(nullptr) : Json(notes.makerTakerSource);
    if (notes.symbol) {
        out[Key::symbol] = *notes.symbol;
    }
    if (!notes.riskSource.empty()) {
        out[Key::riskSource] = notes.riskSource;
    }
    if (notes.adverseP95FromMean) {
        out[Key::adverseSource] = Key::mean;
    }
    if (notes.slippageP95FromMean) {
        out[Key::slippageSource] = Key::mean;
    }
    if (notes.grossImputed) {
        out[Key::grossImputed] = true;
    }
    if (notes.phase) {
        writePhase(out, *notes.phase, iteration);
    }
    if (notes.failure) {
        out[Key::failure] = *notes.failure;
    }
}

} // namespace

Json summaryJson(const IterationSummary& summary, int iteration)
{
    Json out = Json::object();
    for (const Metric metric : kAlwaysWritten) {
        out[specOf(metric).key] = metricJson(summary, metric);
    }
    for (const Metric metric : kWrittenWhenKnown) {
        if (summary.at(metric)) {
            out[specOf(metric).key] = metricJson(summary, metric);
        }
    }
    out[Key::fills] = fillsJson(summary);
    out[Key::blocks] = summary.blocks ? blocksJson(*summary.blocks) : Json(nullptr);
    out[Key::runtimeUtc] = summary.runtimeUtc ? Json(utcText(*summary.runtimeUtc)) : Json(nullptr);
    writeNotes(out, summary.notes, iteration);
    return out;
}

} // namespace soak
