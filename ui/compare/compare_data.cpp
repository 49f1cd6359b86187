// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_data.h"

#include "core/analysis/baseline_difference.h"
#include "core/analysis/events.h"

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr std::size_t kBits = 64;
constexpr std::size_t kDensityPoints = 128;

std::vector<const SoakRun*> pointersOf(const std::vector<ComparedInput>& runs)
{
    std::vector<const SoakRun*> all;
    all.reserve(runs.size());
    for (const ComparedInput& one : runs) {
        all.push_back(one.run.get());
    }
    return all;
}

ComparedLine lineOf(const SoakRun& run, Metric metric, const AlignedRun& aligned,
                    const NormalScale& scale)
{
    ComparedLine line;
    line.why = aligned.why.empty() ? std::string(scale.why) : aligned.why;
    if (!line.why.empty()) {
        return line;
    }
    const MetricColumn column = run.table.column(metric);
    line.values.resize(aligned.rows.size());
    line.presence.resize((aligned.rows.size() + kBits - 1) / kBits);
    for (std::size_t i = 0; i < aligned.rows.size(); ++i) {
        const std::optional<double> value = column.at(aligned.rows[i]);
        if (value && std::isfinite(*value)) {
            line.values[i] = scale(*value);
            line.presence[i / kBits] |= std::uint64_t{1} << (i % kBits);
        }
    }
    SeriesCache::extend(line.shape, aligned.x, {line.values, line.presence});
    return line;
}

// What the line has above the baseline's, in its place.
void subtract(const ComparedLine& baseline, std::span<const int> baselineX, ComparedLine& line,
              std::span<const int> x)
{
    if (line.values.empty()) {
        return;
    }
    const auto differences = differencesFrom({baselineX, {baseline.values, baseline.presence}},
                                             {x, {line.values, line.presence}});
    std::ranges::fill(line.presence, 0);
    for (std::size_t i = 0; i < differences.size(); ++i) {
        line.values[i] = differences[i].value_or(0);
        line.presence[i / kBits] |= std::uint64_t{differences[i] ? 1U : 0U} << (i % kBits);
    }
    const bool wasEmpty = line.shape.count == 0;
    line.shape = {};
    SeriesCache::extend(line.shape, x, {line.values, line.presence});
    if (!wasEmpty && line.shape.count == 0) {
        line = {};
        line.why = "it has no value where the baseline has one";
    }
}

void subtractBaseline(const CompareCharts& charts, ComparedMetric& metric)
{
    const ComparedLine baseline = metric.lines.front();
    for (std::size_t i = 0; i < metric.lines.size(); ++i) {
        subtract(baseline, charts.aligned.runs.front().x, metric.lines[i],
                 charts.aligned.runs[i].x);
    }
    metric.factor.reset(); // targets are of values, not of differences
}

bool isEnvelope(const CompareChoice& choice, std::size_t runs)
{
    if (choice.form == CompareForm::SideBySide) {
        return false;
    }
    return choice.lines == LineMode::Envelope ||
           (choice.lines == LineMode::Auto && runs > kMostLines);
}

std::vector<EnvelopePoint> envelopeIn(const CompareCharts& charts, const ComparedMetric& metric)
{
    std::vector<std::vector<std::optional<double>>> values;
    std::vector<EnvelopeLine> lines;
    values.reserve(metric.lines.size()); // they are pointed at
    for (std::size_t i = 0; i < metric.lines.size(); ++i) {
        const ComparedLine& line = metric.lines[i];
        const MetricColumn column(line.values, line.presence);
        std::vector<std::optional<double>>& own = values.emplace_back();
        for (std::size_t k = 0; k < line.values.size(); ++k) {
            own.push_back(column.at(k));
        }
        if (!own.empty()) {
            lines.push_back({charts.aligned.runs[i].x, own});
        }
    }
    return envelopeOf(lines);
}

ComparedMetric metricOn(const CompareCharts& charts, Metric metric)
{
    ComparedMetric compared;
    compared.metric = metric;
    const auto seriesIn = [&](const SoakRun& run) {
        return comparedSeries(run, metric,
                              comparedRows(run, charts.choice.window, charts.steadyFrom));
    };
    const Series baseline = seriesIn(*charts.runs.front().run);
    const Normalisation normalisation = charts.choice.normalisation;
    for (std::size_t i = 0; i < charts.runs.size(); ++i) {
        const NormalScale scale =
            normalScale(normalisation, seriesIn(*charts.runs[i].run), baseline);
        if (i == 0 && isCommonScale(normalisation) && scale.why.empty()) {
            compared.factor = scale.factor;
        }
        compared.lines.push_back(
            lineOf(*charts.runs[i].run, metric, charts.aligned.runs[i], scale));
    }
    if (charts.choice.form == CompareForm::Difference) {
        subtractBaseline(charts, compared);
    }
    if (isEnvelope(charts.choice, charts.runs.size())) {
        compared.envelope =
            std::make_shared<const std::vector<EnvelopePoint>>(envelopeIn(charts, compared));
    }
    return compared;
}

// Where the flags of a run stand on the axis: they move with it.
QList<ChartFlag> flagsOn(const CompareCharts& charts, std::size_t run)
{
    const ComparedInput& input = charts.runs[run];
    const std::vector<int>& numbers = charts.numbers[run];
    const std::vector<RunEvent> events = runEvents(*input.judgement);
    QList<ChartFlag> flags;
    for (ChartFlag flag : marksOf(*input.run, *input.judgement, &events).flags) {
        const auto at = std::ranges::lower_bound(numbers, flag.iteration);
        if (at != numbers.end() && *at == flag.iteration) {
            flag.iteration =
                charts.aligned.runs[run].x[static_cast<std::size_t>(at - numbers.begin())];
            flags.push_back(flag);
        }
    }
    return flags;
}

PlotRange domainOn(const AlignedRuns& aligned)
{
    constexpr double kHalfStep = 0.5;
    std::optional<PlotRange> domain;
    for (const AlignedRun& one : aligned.runs) {
        if (one.x.empty()) {
            continue;
        }
        const PlotRange own{one.x.front() - kHalfStep, one.x.back() + kHalfStep};
        domain = domain
                     ? PlotRange{std::min(domain->low, own.low), std::max(domain->high, own.high)}
                     : own;
    }
    return domain.value_or(PlotRange{kHalfStep, 1 + kHalfStep});
}

// As `soak compare` has it. nullopt when it was stopped: the runs and margins cannot be refused.
std::optional<RunComparison> comparisonOf(const CompareFacts& facts, CompareOptions options)
{
    std::vector<CompareInput> inputs;
    for (const ComparedInput& one : facts.runs) {
        inputs.push_back({one.name, one.judgement.get()});
    }
    Result<RunComparison> comparison = compareRuns(inputs, std::move(options));
    return comparison ? std::optional(std::move(*comparison)) : std::nullopt;
}

CompareOptions optionsOf(const CompareChoice& choice, const std::stop_token& stop)
{
    CompareOptions options;
    options.metrics.assign(kComparedKpis.begin(), kComparedKpis.end());
    options.window = choice.window;
    options.stop = stop;
    return options;
}

ComparedArms armsIn(const CompareFacts& facts, const CompareOptions& options)
{
    std::vector<ArmInput> inputs;
    for (const ComparedInput& one : facts.runs) {
        inputs.push_back({one.name, one.judgement, one.arm});
    }
    return comparedArms(inputs, options);
}

ComparedDistribution distributionOf(const CompareFacts& facts, Metric metric)
{
    ComparedDistribution distribution;
    distribution.metric = metric;
    for (const ComparedInput& one : facts.runs) {
        Series series = comparedSeries(
            *one.run, metric, comparedRows(*one.run, facts.choice.window, facts.steadyFrom));
        distribution.ecdf.push_back(ecdfOf(series));
        distribution.boxes.push_back(boxOf(series));
        distribution.densities.push_back(densityOf(series, kDensityPoints));
        distribution.series.push_back(std::move(series));
    }
    distribution.histogram = histogramOf(distribution.series);
    return distribution;
}

} // namespace

ChartsRef chartsOf(std::vector<ComparedInput> runs, const CompareChoice& choice,
                   const std::stop_token& stop)
{
    auto charts = std::make_shared<CompareCharts>();
    charts->choice = choice;
    charts->runs = std::move(runs);
    const std::vector<const SoakRun*> all = pointersOf(charts->runs);
    std::vector<int> offsets;
    for (const ComparedInput& one : charts->runs) {
        offsets.push_back(one.offset);
    }
    charts->aligned = alignRuns(all, choice.alignment, offsets);
    charts->steadyFrom = steadyFrom(all);
    charts->domain = domainOn(charts->aligned);
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::vector<int>& numbers = charts->numbers.emplace_back();
        for (const std::size_t row : charts->aligned.runs[i].rows) {
            numbers.push_back(all[i]->table.iterations()[row]);
        }
    }
    if (!charts->numbers.empty() && choice.window == ComparedWindow::Steady) {
        const std::vector<int>& numbers = charts->numbers.front();
        const auto at = std::ranges::lower_bound(numbers, charts->steadyFrom);
        if (at != numbers.begin() && at != numbers.end()) {
            charts->steadyAt =
                charts->aligned.runs.front().x[static_cast<std::size_t>(at - numbers.begin())];
        }
    }
    for (const Metric metric : kComparedKpis) {
        if (stop.stop_requested()) {
            return nullptr;
        }
        if (!charts->runs.empty()) {
            charts->metrics.push_back(metricOn(*charts, metric));
        }
    }
    // Of the candidate alone: nobody could tell those of several runs apart.
    for (std::size_t i = 0; i < all.size() && !stop.stop_requested(); ++i) {
        charts->flags.push_back(i == 1 ? flagsOn(*charts, i) : QList<ChartFlag>());
    }
    return charts;
}

FactsRef factsOf(std::vector<ComparedInput> runs, const CompareChoice& choice,
                 const std::stop_token& stop)
{
    auto facts = std::make_shared<CompareFacts>();
    facts->choice = choice;
    facts->runs = std::move(runs);
    const std::vector<const SoakRun*> all = pointersOf(facts->runs);
    facts->steadyFrom = steadyFrom(all);
    const CompareOptions options = optionsOf(choice, stop);
    if (all.size() > 1) {
        facts->comparison = comparisonOf(*facts, options);
    }
    facts->arms = armsIn(*facts, options);
    if (stop.stop_requested()) {
        return nullptr;
    }
    for (const Metric metric : kComparedKpis) {
        if (stop.stop_requested()) {
            return nullptr;
        }
        facts->distributions.push_back(distributionOf(*facts, metric));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        facts->means.push_back(comparedMeans(*all[i], i == 0 ? nullptr : all[0], kComparedKpis,
                                             choice.window, facts->steadyFrom));
    }
    const std::vector<ComparedRun> compared = comparedRuns(*facts);
    facts->parallel = parallelCoordinates(compared);
    facts->parameters = relatedParameters(compared);
    return facts;
}

const ComparedPair* pairOf(const CompareFacts* facts)
{
    return facts != nullptr && facts->comparison ? &facts->comparison->pairs.front() : nullptr;
}

std::vector<ComparedRun> comparedRuns(const CompareFacts& facts)
{
    std::vector<ComparedRun> runs;
    for (const ComparedInput& one : facts.runs) {
        runs.push_back(
            {one.run.get(), comparedRows(*one.run, facts.choice.window, facts.steadyFrom)});
    }
    return runs;
}

} // namespace soak::ui
