// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_text.h"

#include "core/base/hash.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr int kMostDecimals = 12;
constexpr int kDecimalsOfUnknownMetric = 3;
constexpr std::size_t kForeignDigits = 12;

int decimalsOf(const GateSpec& gate)
{
    const std::optional<Metric> metric = metricFromKey(gate.metric);
    return metric ? specOf(*metric).decimals : kDecimalsOfUnknownMetric;
}

std::string unitOf(const GateSpec& gate)
{
    const std::optional<Metric> metric = metricFromKey(gate.metric);
    return metric ? std::string(unitText(specOf(*metric).unit)) : gate.unit;
}

struct Range {
    int from = 0;
    int to = 0;
};

std::string cutRanges(const std::vector<Range>& ranges, std::size_t most)
{
    if (ranges.empty()) {
        return "none";
    }
    std::string text;
    std::int64_t omitted = 0;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const Range& range = ranges[i];
        if (i >= most) {
            omitted += std::int64_t{range.to} - range.from + 1;
            continue;
        }
        text += i == 0 ? "" : ", ";
        text += std::to_string(range.from);
        text += range.to == range.from ? "" : "-" + std::to_string(range.to);
    }
    return omitted == 0 ? text : text + " (+" + std::to_string(omitted) + " more)";
}

} // namespace

std::string markOf(RunVerdict verdict)
{
    return verdict == RunVerdict::Pass ? "[OK]" : "[" + std::string(keyOf(verdict)) + "]";
}

std::string markOf(VerifyVerdict verdict)
{
    switch (verdict) {
    case VerifyVerdict::Pass:
        return "[OK]";
    case VerifyVerdict::Fail:
        return "[FAIL]";
    case VerifyVerdict::Warn:
    case VerifyVerdict::Unverified:
        break;
    }
    return "[WARN]";
}

std::string markOf(const GateResult& gate)
{
    switch (gate.outcome) {
    case GateOutcome::Pass:
        return "[OK]";
    case GateOutcome::Fail:
        return gate.gate.severity == GateSeverity::Soft ? "[WARN]" : "[FAIL]";
    case GateOutcome::NoData:
        break;
    }
    return "[NO DATA]";
}

std::string shortNumber(double value)
{
    std::string text = jsonNumber(value);
    if (text.ends_with(".0")) {
        text.resize(text.size() - 2);
    }
    return text == "-0" ? "0" : text;
}

std::string shortNumber(std::optional<double> value)
{
    return value ? shortNumber(*value) : std::string(kNotAvailable);
}

std::string signedNumber(double value)
{
    return (value > 0 ? "+" : "") + shortNumber(value);
}

std::string visibleNumber(double value, int decimals)
{
    for (int more = decimals; more <= kMostDecimals; ++more) {
        std::string text = fixedText(value, more);
        if (value == 0 || text.find_first_of("123456789") != std::string::npos) {
            return text;
        }
    }
    return shortNumber(value);
}

std::string metricNumber(Metric metric, std::optional<double> value)
{
    return fixedText(value, specOf(metric).decimals);
}

std::string metricText(Metric metric, std::optional<double> value)
{
    return metricNumber(metric, value) +
           (value ? unitSuffix(unitText(specOf(metric).unit)) : std::string());
}

std::string gateNumber(const GateSpec& gate, std::optional<double> value)
{
    return fixedText(value, decimalsOf(gate));
}

std::string gateText(const GateSpec& gate, std::optional<double> value)
{
    return gateNumber(gate, value) + (value ? unitSuffix(unitOf(gate)) : std::string());
}

std::string gateTitle(const GateSpec& gate)
{
    const std::optional<Metric> metric = metricFromKey(gate.metric);
    return metric ? std::string(specOf(*metric).title) : gate.metric;
}

std::string targetText(const GateSpec& gate)
{
    return std::string(keyOf(gate.op)) + " " + shortNumber(gate.threshold) +
           unitSuffix(unitOf(gate));
}

std::string marginText(const GateResult& result)
{
    if (!result.margin) {
        return std::string(kNotAvailable);
    }
    const std::string number = visibleNumber(*result.margin, decimalsOf(result.gate));
    return (*result.margin > 0 ? "+" : "") + number + unitSuffix(unitOf(result.gate));
}

std::string unitSuffix(std::string_view unit)
{
    return unit.empty() || unit == "ratio" ? std::string() : " " + std::string(unit);
}

std::string rangesText(std::span<const int> iterations, std::size_t most)
{
    std::vector<Range> ranges;
    for (const int iteration : iterations) {
        if (!ranges.empty() && ranges.back().to + 1 == iteration) {
            ranges.back().to = iteration;
        } else {
            ranges.push_back({iteration, iteration});
        }
    }
    return cutRanges(ranges, most);
}

std::string gapsText(std::span<const IterationGap> gaps, std::size_t most)
{
    std::vector<Range> ranges;
    ranges.reserve(gaps.size());
    for (const IterationGap& gap : gaps) {
        ranges.push_back({gap.from, gap.to});
    }
    return cutRanges(ranges, most);
}

std::size_t missingCount(std::span<const IterationGap> gaps)
{
    std::size_t count = 0;
    for (const IterationGap& gap : gaps) {
        count += static_cast<std::size_t>(std::int64_t{gap.to} - gap.from + 1);
    }
    return count;
}

std::string iterationList(std::span<const int> iterations, std::size_t most)
{
    if (iterations.empty()) {
        return "none";
    }
    std::string text;
    for (const int iteration : iterations.first(std::min(most, iterations.size()))) {
        text += (text.empty() ? "" : ", ") + std::to_string(iteration);
    }
    const std::size_t omitted = iterations.size() - std::min(most, iterations.size());
    return omitted == 0 ? text : text + " (+" + std::to_string(omitted) + " more)";
}

std::string windowText(const Judgement& judgement)
{
    const std::size_t count = judgement.windowIterations.size();
    const std::size_t total = judgement.run->table.rowCount();
    std::string text = count == 1 ? "iteration " : "iterations ";
    text += rangesText(judgement.windowIterations);
    return count == total
               ? text + ", the whole run"
               : text + ", the last " + std::to_string(count) + " of " + std::to_string(total);
}

std::string timestampText(const std::optional<std::string>& timestamp)
{
    return timestamp.value_or(std::string(kNotAvailable));
}

std::string runLabel(const SoakRun& run)
{
    if (run.info && !run.info->runId.empty()) {
        return run.info->runId;
    }
    if (run.summaryFiles.empty()) {
        return "FOREIGN";
    }
    return "FOREIGN_" + hexText(run.summaryFiles.front().sha256).substr(0, kForeignDigits);
}

std::string findingCountsText(std::span<const Finding> findings)
{
    const auto count = [findings](Severity severity) {
        return static_cast<std::size_t>(
            std::count_if(findings.begin(), findings.end(), [severity](const Finding& finding) {
                return finding.severity == severity;
            }));
    };
    std::vector<std::string> parts;
    if (const std::size_t errors = count(Severity::Error)) {
        parts.push_back(countText(errors, "error", "errors"));
    }
    if (const std::size_t warnings = count(Severity::Warning)) {
        parts.push_back(countText(warnings, "warning", "warnings"));
    }
    if (const std::size_t notes = count(Severity::Info)) {
        parts.push_back(countText(notes, "note", "notes"));
    }
    return parts.empty() ? "none" : join(parts, ", ");
}

} // namespace soak
