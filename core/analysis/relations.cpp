// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/relations.h"

#include "core/analysis/compared_overrides.h"
#include "core/base/text.h"
#include "core/model/statistics.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace soak
{

namespace
{

// 1 for the lowest; equal ones share the middle of their ranks.
std::vector<double> ranksOf(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> ranks(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i;
        while (end < order.size() && values[order[end]] == values[order[i]]) {
            ++end;
        }
        for (std::size_t k = i; k < end; ++k) {
            ranks[order[k]] = static_cast<double>(i + 1 + end) / 2;
        }
        i = end;
    }
    return ranks;
}

std::optional<double> pearson(const std::vector<double>& x, const std::vector<double>& y)
{
    const double meanX = *mean(x);
    const double meanY = *mean(y);
    double both = 0;
    double ofX = 0;
    double ofY = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        both += (x[i] - meanX) * (y[i] - meanY);
        ofX += (x[i] - meanX) * (x[i] - meanX);
        ofY += (y[i] - meanY) * (y[i] - meanY);
    }
    return ofX > 0 && ofY > 0 ? std::optional(both / std::sqrt(ofX * ofY)) : std::nullopt;
}

void judgeRelation(Relation& relation)
{
    std::vector<double> x;
    std::vector<double> y;
    for (const RelationPoint& point : relation.points) {
        x.push_back(point.x);
        y.push_back(point.y);
    }
    relation.rho = spearman(x, y);
    const auto isConstant = [](const std::vector<double>& values) {
        return std::ranges::adjacent_find(values, std::ranges::not_equal_to{}) == values.end();
    };
    if (x.empty()) {
        relation.why = "no iteration has both values";
    } else if (isConstant(x)) {
        relation.why = "the parameter has one value in all of them";
    } else if (isConstant(y)) {
        relation.why = "the metric has one value in all of them";
    } else if (!relation.rho) {
        relation.why = "fewer than three iterations have both values";
    }
    if (relation.rho && x.size() < kFewPoints) {
        relation.warnings.emplace_back("fewer than 8 points: chance alone makes a strong relation");
    }
    if (relation.rho) {
        relation.warnings.emplace_back(
            "iterations that follow each other are alike, so there are fewer independent points");
    }
}

void addAxis(ParallelCoordinates& parallel, ParallelAxis axis,
             const std::vector<std::optional<double>>& values)
{
    bool hasAny = false;
    for (const std::optional<double>& value : values) {
        if (value) {
            axis.low = hasAny ? std::min(axis.low, *value) : *value;
            axis.high = hasAny ? std::max(axis.high, *value) : *value;
            hasAny = true;
        }
    }
    if (!hasAny) {
        return;
    }
    parallel.axes.push_back(std::move(axis));
    for (std::size_t run = 0; run < values.size(); ++run) {
        parallel.values[run].push_back(values[run]);
    }
}

} // namespace

std::optional<double> spearman(std::span<const double> x, std::span<const double> y)
{
    constexpr std::size_t kLeastPairs = 3;
    if (x.size() != y.size() || x.size() < kLeastPairs) {
        return std::nullopt;
    }
    return pearson(ranksOf(x), ranksOf(y));
}

Relation relate(std::span<const ComparedRun> runs, const std::string& parameter, Metric metric)
{
    Relation relation;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const SoakRun& run = *runs[i].run;
        const MetricColumn column = run.table.column(metric);
        for (std::size_t row = runs[i].rows.first; row < runs[i].rows.last; ++row) {
            const Overrides* during = run.during.at(row);
            const std::optional<double> y = column.at(row);
            const auto found =
                during == nullptr ? ParamValues::const_iterator() : during->values.find(parameter);
            if (during == nullptr || found == during->values.end() || !y || !std::isfinite(*y)) {
                ++relation.missing;
                continue;
            }
            relation.points.push_back({i, run.table.iterations()[row], found->second.amount, *y});
        }
    }
    judgeRelation(relation);
    return relation;
}

RelatedParameters relatedParameters(std::span<const ComparedRun> runs)
{
    std::map<std::string, double> first;
    std::set<std::string> varying;
    for (const ComparedRun& one : runs) {
        const Overrides* before = nullptr;
        for (std::size_t row = one.rows.first; row < one.rows.last; ++row) {
            const Overrides* during = one.run->during.at(row);
            if (during == nullptr || during == before) {
                continue; // equal sets are stored once
            }
            before = during;
            for (const auto& [name, value] : during->values) {
                const auto [known, isNew] = first.emplace(name, value.amount);
                if (!isNew && known->second != value.amount) {
                    varying.insert(name);
                }
            }
        }
    }
    RelatedParameters related;
    for (const auto& [name, value] : first) {
        related.all.push_back(name);
    }
    related.varying.assign(varying.begin(), varying.end());
    return related;
}

ParallelCoordinates parallelCoordinates(std::span<const ComparedRun> runs)
{
    ParallelCoordinates parallel;
    parallel.values.resize(runs.size());
    std::vector<const SoakRun*> all;
    for (const ComparedRun& one : runs) {
        all.push_back(one.run);
    }
    for (const RunsOverride& row : compareRunOverrides(all).rows) {
        if (!row.differs) {
            continue;
        }
        std::vector<std::optional<double>> values;
        for (const std::optional<std::string>& text : row.values) {
            values.push_back(text ? parseNumber(*text) : std::nullopt);
        }
        addAxis(parallel, {row.name, Metric::NetBps, 0, 0}, values);
    }
    for (const Metric metric : goalMetrics()) {
        std::vector<std::optional<double>> values;
        for (const ComparedRun& one : runs) {
            values.push_back(mean(comparedSeries(*one.run, metric, one.rows).values));
        }
        addAxis(parallel, {{}, metric, 0, 0}, values);
    }
    return parallel;
}

} // namespace soak
