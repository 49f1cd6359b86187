// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/io/json_keys.h"
#include "core/io/summary_json.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr double kPercent = 100;

bool isFillMetric(Metric metric)
{
    return metric == Metric::MakerCount || metric == Metric::TakerCount ||
           metric == Metric::MakerVolume || metric == Metric::TakerVolume;
}

// Ratios that older writers gave in percent (DOMAIN 1.2).
bool mayBePercent(Metric metric)
{
    return metric == Metric::RiskRatio || metric == Metric::MinIntervalRatio ||
           metric == Metric::ConcurrencyRatio || metric == Metric::ThrottleRatio;
}

std::optional<double> highestOf(MetricUnit unit)
{
    switch (unit) {
    case MetricUnit::Ratio:
        return 1;
    case MetricUnit::Percent:
        return kPercent;
    default:
        return std::nullopt;
    }
}

// The first key that is present wins, also with the value 0 or of a wrong type.
std::optional<double> readMetric(ObjectReader& in, const KpiSpec& spec)
{
    std::optional<double> found;
    bool isFound = false;
    const auto tryKey = [&](std::string_view key) {
        const Json* value = key.empty() ? nullptr : in.find(key);
        if (value == nullptr || isFound) {
            return;
        }
        isFound = true;
        if (const std::optional<double> number = in.number(key)) {
            found = acceptedMetric(in, key, spec, *number);
        }
    };
    tryKey(spec.key);
    for (const std::string_view alias : spec.aliases) {
        tryKey(alias);
    }
    return found;
}

void readFills(ObjectReader& in, IterationSummary& summary)
{
    ObjectReader fills = in.inside(Key::fills);
    for (const KpiSpec& spec : kpiSpecs()) {
        if (isFillMetric(spec.metric)) {
            const std::optional<double> inFills = readMetric(fills, spec);
            const std::optional<double> beside = readMetric(in, spec);
            summary.metrics[indexOf(spec.metric)] = inFills ? inFills : beside;
        }
    }
    fills.finish();
}

// The last alias of the ratio: counts at the same level (bare and shadow forms), never those of
// `fills`.
void readMakerRatioFromCounts(ObjectReader& in, IterationSummary& summary)
{
    std::optional<double>& ratio = summary.metrics[indexOf(Metric::MakerTakerRatio)];
    const KpiSpec& makerSpec = specOf(Metric::MakerCount);
    const KpiSpec& takerSpec = specOf(Metric::TakerCount);
    if (ratio || !in.has(makerSpec.key) || !in.has(takerSpec.key) ||
        in.find(specOf(Metric::MakerTakerRatio).key) != nullptr) {
        return;
    }
    const std::optional<double> maker = numberOf(in.json().at(makerSpec.key));
    const std::optional<double> taker = numberOf(in.json().at(takerSpec.key));
    if (maker && taker && *maker >= 0 && *taker >= 0 && *maker + *taker > 0) {
        ratio = *maker / (*maker + *taker);
    }
}

void readRiskPercent(ObjectReader& in, IterationSummary& summary)
{
    const KpiSpec& spec = specOf(Metric::RiskRatio);
    bool hasRatio = in.find(spec.key) != nullptr;
    for (const std::string_view alias : spec.aliases) {
        hasRatio = hasRatio || (!alias.empty() && in.find(alias) != nullptr);
    }
    const std::optional<double> percent = in.number(Key::riskPercent);
    if (!percent || hasRatio) {
        return;
    }
    if (*percent < 0 || *percent > kPercent) {
        in.finding(FindingKind::OutOfRange, Severity::Warning, Key::riskPercent,
                   jsonNumber(*percent) + " is no percentage; counts as missing");
        return;
    }
    summary.metrics[indexOf(Metric::RiskRatio)] = *percent / kPercent;
}

// nullopt when a count is no count.
std::optional<BlockCounts> readCounts(ObjectReader& counts)
{
    BlockCounts read;
    bool isUsable = true;
    const auto readCount = [&](std::string_view key, std::int64_t& count) {
        const bool isPresent = counts.find(key) != nullptr;
        const std::optional<std::int64_t> value = counts.integer(key);
        if (value && *value < 0) {
            counts.finding(FindingKind::OutOfRange, Severity::Warning, key,
                           std::to_string(*value) + " is no count; the blocks count as missing");
        }
        isUsable = isUsable && (!isPresent || (value && *value >= 0));
        count = value.value_or(0);
    };
    readCount(Key::minInterval, read.minInterval);
    readCount(Key::concurrency, read.concurrency);
    readCount(Key::risk, read.risk);
    readCount(Key::throttle, read.throttle);
    readCount(Key::allowed, read.allowed);
    readCount(Key::other, read.other);
    return isUsable ? std::optional<BlockCounts>(read) : std::nullopt;
}

// The reference writes an object of zeros when it had no audit log: nothing was recorded then.
void readBlocks(ObjectReader& in, IterationSummary& summary, SummaryOrigin origin)
{
    ObjectReader blocks = in.inside(Key::blocks);
    for (const auto derived : {Key::total, Key::ratios, Key::ratios01}) {
        blocks.find(derived);
    }
    const Json* found = blocks.find(Key::counts);
    const bool hasCounts = found != nullptr && found->is_object();
    ObjectReader counts = blocks.inside(Key::counts);
    const std::optional<BlockCounts> read = readCounts(counts);
    counts.finish();
    blocks.finish();
    if (hasCounts && (origin == SummaryOrigin::Ours || read != BlockCounts{})) {
        summary.blocks = read;
    }
}

// The shadow form has `timestamp`; one that is no time stays a member that we do not know.
void readTime(ObjectReader& in, IterationSummary& summary)
{
    if (const std::optional<std::string> text = in.text(Key::runtimeUtc)) {
        summary.runtimeUtc = parseUtc(*text);
        if (!summary.runtimeUtc) {
            in.wrongType(Key::runtimeUtc, "a UTC time like 2026-01-05T10:20:00Z");
        }
        return;
    }
    const auto shadow = in.json().find(Key::timestamp);
    if (shadow != in.json().end() && shadow->is_string()) {
        summary.runtimeUtc = parseUtc(shadow->get_ref<const std::string&>());
    }
}

bool isFromMean(ObjectReader& in, std::string_view key)
{
    return in.text(key) == std::string(Key::mean);
}

void readNotes(ObjectReader& in, IterationNotes& notes)
{
    notes.version = in.text(Key::version);
    notes.symbol = in.text(Key::symbol);
    notes.kpiVerdict = in.text(Key::kpiVerdict);
    notes.kpiReasons = in.texts(Key::kpiReasons);
    notes.negEdgeDrivers = in.texts(Key::negEdgeDrivers);
    notes.sentinelAdvice = in.texts(Key::sentinelAdvice);
    notes.makerTakerSource = in.text(Key::makerTakerSource).value_or("");
    notes.riskSource = in.text(Key::riskSource).value_or("");
    notes.adverseP95FromMean = isFromMean(in, Key::adverseSource);
    notes.slippageP95FromMean = isFromMean(in, Key::slippageSource);
    notes.grossImputed = in.flag(Key::grossImputed).value_or(false);
    notes.failure = in.text(Key::failure);
    if (const std::optional<std::string> phase = in.text(Key::phase)) {
        notes.phase = phaseFromKey(*phase);
        if (!notes.phase) {
            in.wrongType(Key::phase, "WARMUP, RAMPDOWN or STEADY");
        }
    }
    for (const auto derived : {Key::warmupActive, Key::warmupIterIdx, Key::rampdownActive}) {
        in.find(derived);
    }
    if (notes.failure) {
        in.finding(FindingKind::FailedIteration, Severity::Error, Key::failure,
                   "the engine failed: " + *notes.failure);
    }
}

} // namespace

std::optional<double> acceptedMetric(ObjectReader& in, std::string_view key, const KpiSpec& spec,
                                     double value)
{
    const std::optional<double> highest = highestOf(spec.unit);
    if (mayBePercent(spec.metric) && value > 1 && value <= kPercent) {
        in.finding(FindingKind::NormalisedPercent, Severity::Info, key,
                   jsonNumber(value) + " is read as percent: " + jsonNumber(value / kPercent));
        return value / kPercent;
    }
    if ((spec.unit != MetricUnit::Bps && value < 0) || (highest && value > *highest)) {
        in.finding(FindingKind::OutOfRange, Severity::Warning, key,
                   jsonNumber(value) + " is out of range; counts as missing");
        return std::nullopt;
    }
    return value;
}

IterationSummary summaryFromJson(ObjectReader& in, SummaryOrigin origin)
{
    IterationSummary summary;
    for (const KpiSpec& spec : kpiSpecs()) {
        if (!isFillMetric(spec.metric)) {
            summary.metrics[indexOf(spec.metric)] = readMetric(in, spec);
        }
    }
    readRiskPercent(in, summary);
    readFills(in, summary);
    readMakerRatioFromCounts(in, summary);
    readBlocks(in, summary, origin);
    readTime(in, summary);
    readNotes(in, summary.notes);
    if (origin == SummaryOrigin::Foreign) {
        convertSigns(summary, in);
        imputeGross(summary);
    }
    checkConsistency(summary, in);
    return summary;
}

} // namespace soak
