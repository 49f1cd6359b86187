// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/calibration.h"

#include "core/analysis/compared_side.h"
#include "core/statistics/descriptive.h"
#include "core/statistics/distributions.h"

#include <algorithm>
#include <map>

namespace soak
{

namespace
{

using Group = std::vector<const CalibrationRun*>;

std::vector<Group> groupsOf(std::span<const CalibrationRun> runs)
{
    std::map<std::string, Group> byConfiguration;
    for (const CalibrationRun& run : runs) {
        byConfiguration[run.configuration].push_back(&run);
    }
    std::vector<Group> groups;
    for (auto& [configuration, group] : byConfiguration) {
        if (group.size() > 1) {
            groups.push_back(std::move(group));
        }
    }
    return groups;
}

// One pair, as compareRuns() decides it: with Holm's correction over the KPIs.
void countPair(const CalibrationRun& a, const CalibrationRun& b, const CompareOptions& options,
               std::vector<KpiCalibration>& kpis)
{
    std::vector<Question> questions;
    for (std::size_t at = 0; at < kpis.size(); ++at) {
        const Metric metric = kpis[at].metric;
        const SeriesComparison found = compareMeans(a.means[at], b.means[at]);
        questions.push_back(
            {evidenceOf(found), found.p, specOf(metric).direction, options.margins.at(metric)});
    }
    const std::vector<Answer> answers = decideTogether(questions, options.alpha);
    for (std::size_t at = 0; at < kpis.size(); ++at) {
        if (questions[at].evidence.reason != InconclusiveReason::None) {
            continue;
        }
        const EffectVerdict verdict = answers[at].decision.verdict;
        ++kpis[at].pairs;
        kpis[at].alarms +=
            verdict == EffectVerdict::Better || verdict == EffectVerdict::Worse ? 1 : 0;
    }
}

// Variance of the run means less what the runs themselves explain, pooled over the configurations.
std::optional<BetweenRuns> betweenRuns(const std::vector<Group>& groups, std::size_t at)
{
    double squares = 0;
    double within = 0;
    double df = 0;
    std::size_t count = 0;
    for (const Group& group : groups) {
        std::vector<double> means;
        for (const CalibrationRun* run : group) {
            if (run->means[at]) {
                means.push_back(run->means[at]->mean);
                within += run->means[at]->varMean;
                ++count;
            }
        }
        if (const auto variance = sampleVariance(means)) {
            const auto own = static_cast<double>(means.size() - 1);
            squares += *variance * own;
            df += own;
        }
    }
    if (df < 1) {
        return std::nullopt;
    }
    const double variance = squares / df - within / static_cast<double>(count);
    return variance > 0 ? std::optional(BetweenRuns{variance, df}) : std::nullopt;
}

} // namespace

namespace
{

RowSpan steadyRows(const SoakRun& run)
{
    return comparedRows(run, ComparedWindow::Steady, steadyStateOf(run).from());
}

std::optional<std::string> configurationIn(const SoakRun& run, const RowSpan& rows)
{
    std::optional<std::string> configuration = stateHashIn(run, rows);
    if (configuration && run.info) {
        *configuration += " " + run.info->engine + " " + run.info->scenario;
    }
    return configuration;
}

} // namespace

std::optional<std::string> configurationOf(const SoakRun& run)
{
    return configurationIn(run, steadyRows(run));
}

std::optional<CalibrationRun> calibrationRun(const std::string& name, const SoakRun& run,
                                             std::span<const Metric> metrics)
{
    const RowSpan rows = steadyRows(run);
    const auto configuration = configurationIn(run, rows);
    if (!configuration) {
        return std::nullopt;
    }
    CalibrationRun result{name, *configuration, {}};
    for (const Metric metric : metrics) {
        result.means.push_back(meanVariance(comparedSeries(run, metric, rows)));
    }
    return result;
}

Calibration calibrate(std::span<const CalibrationRun> runs, const CompareOptions& options)
{
    Calibration result;
    const std::vector<Group> groups = groupsOf(runs);
    result.configurations = groups.size();
    for (const Metric metric : options.metrics) {
        result.kpis.push_back({.metric = metric, .share = {}, .between = {}});
    }
    for (const Group& group : groups) {
        result.runs += group.size();
        for (std::size_t a = 0; a < group.size(); ++a) {
            for (std::size_t b = a + 1; b < group.size(); ++b) {
                countPair(*group[a], *group[b], options, result.kpis);
            }
        }
    }
    for (std::size_t at = 0; at < result.kpis.size(); ++at) {
        KpiCalibration& kpi = result.kpis[at];
        if (kpi.pairs == 0) {
            continue;
        }
        kpi.share = clopperPearson(kpi.alarms, kpi.pairs, .05);
        if (kpi.share->low > options.alpha) {
            kpi.between = betweenRuns(groups, at);
        }
    }
    return result;
}

} // namespace soak
