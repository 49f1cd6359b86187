// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/aggregate.h"
#include "core/model/statistics.h"
#include "core/statistics/autocorrelation.h"
#include "core/statistics/confidence_gate.h"
#include "core/statistics/descriptive.h"
#include "core/statistics/many_tests.h"
#include "core/statistics/mean_variance.h"
#include "core/statistics/quantile_bounds.h"
#include "core/statistics/rank_test.h"
#include "core/statistics/trend_lines.h"
#include "core/statistics/two_series.h"
#include "core/statistics/warm_up.h"
#include "tests/statistics/vector_parts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

using Json = nlohmann::json;

Json basic(const VectorSeries& all, const Json& in)
{
    const Series x = seriesIn(all, in);
    const auto variance = sampleVariance(x.values);
    return {{"n", x.values.size()},
            {"missing", x.missing()},
            {"mean", orNull(mean(x.values))},
            {"median", orNull(median(x.values))},
            {"min", orNull(quantile7(x.values, 0))},
            {"max", orNull(quantile7(x.values, 1))},
            {"sd", variance ? Json(std::sqrt(*variance)) : Json()},
            {"harmonic_mean", orNull(positiveHarmonicMean(x.values))},
            {"mad", orNull(medianDeviation(x.values))}};
}

Json quantiles(const VectorSeries& all, const Json& in)
{
    Json out = Json::array();
    for (const Json& p : in.at("p")) {
        out.push_back(orNull(quantile7(seriesIn(all, in).values, p.get<double>())));
    }
    return out;
}

Json robustZ(const VectorSeries& all, const Json& in)
{
    const Series x = seriesIn(all, in);
    const RobustScores scores = robustScores(x.values);
    Json flags = Json::array();
    Json z;
    if (!scores.z.empty()) {
        z = Json::array();
        z.get_ptr<Json::array_t*>()->resize(x.length);
    }
    for (std::size_t i = 0; i < scores.z.size(); ++i) {
        z[static_cast<std::size_t>(x.at[i])] = scores.z[i];
        if (std::abs(scores.z[i]) > in.at("threshold").get<double>()) {
            flags.push_back(x.at[i]);
        }
    }
    return {{"z", z},
            {"flags", flags},
            {"scale", keyOf(scores.scale)},
            {"reason", scores.z.empty() ? "n<12" : ""}};
}

Json slope(const VectorSeries& all, const Json& in)
{
    const auto trend = slopeTrend(seriesIn(all, in).values);
    return {{"slope", trend ? Json(trend->slope) : Json()},
            {"label", keyOf(trend ? trend->label : TrendLabel::Flat)}};
}

Json quarterJson(const std::optional<QuarterTrend>& trend)
{
    return {{"first", trend ? Json(trend->first) : Json()},
            {"last", trend ? Json(trend->last) : Json()},
            {"label", keyOf(trend ? trend->label : TrendLabel::Flat)}};
}

Json mannWhitney(const VectorSeries& all, const Json& in)
{
    const auto test = rankTest(seriesIn(all, in).values, seriesIn(all, in, "y").values);
    return {{"U1", test->u1},        {"U2", test->u2},
            {"a12", test->a12},      {"p_normal", test->pNormal},
            {"ties", test->hasTies}, {"p_exact", orNull(test->pExact)}};
}

Json mser(const VectorSeries& all, const Json& in)
{
    const WarmUp found = mser5(seriesIn(all, in));
    return {{"cut", found.cut},
            {"ratio", orNull(found.ratio)},
            {"stat0", found.statisticAtStart},
            {"stat", found.statistic},
            {"at_edge", found.isAtEdge},
            {"usable", found.isUsable}};
}

Json meanVarianceJson(const VectorSeries& all, const Json& in)
{
    const auto found = meanVariance(seriesIn(all, in));
    if (!found) {
        return nullptr;
    }
    return {{"n", found->n},
            {"mean", found->mean},
            {"batch", found->batch},
            {"k", found->k},
            {"r1", found->r1},
            {"phi", found->phi},
            {"g", found->g},
            {"var_mean", found->varMean},
            {"df", found->df},
            {"ess", found->ess},
            {"var_guard", found->varGuard},
            {"df_guard", 5}};
}

Json sokal(const VectorSeries& all, const Json& in)
{
    const auto found = sokalTime(seriesIn(all, in));
    return Json{{"tau", found ? Json(found->tau) : Json()},
                {"window", found ? Json(found->window) : Json()}};
}

Json meanInterval(const VectorSeries& all, const Json& in)
{
    const auto found = meanVariance(seriesIn(all, in));
    const double half = halfWidth(*found, .5 + in.at("conf").get<double>() / 2);
    return {{"mean", found->mean},
            {"half", half},
            {"lo", found->mean - half},
            {"hi", found->mean + half}};
}

Json boundsOfQuantile(const VectorSeries& all, const Json& in)
{
    const auto found =
        quantileBounds(seriesIn(all, in), in.at("p").get<double>(), in.at("alpha").get<double>());
    return {{"q", found->quantile},
            {"n_eff", found->effective},
            {"df", found->df},
            {"p_lo", found->lowShare},
            {"p_hi", found->highShare},
            {"lo", bounded(found->bounds.low)},
            {"hi", bounded(found->bounds.high)}};
}

Json gate(const VectorSeries& all, const Json& in)
{
    const auto& entries = all.at(in.at("x").get<std::string>());
    const auto aggregate = *aggregateFromText(in.at("stat").get<std::string>());
    const bool isAtLeast = in.at("op") == ">=";
    const auto threshold = in.at("threshold").get<double>();
    const auto last = std::span(entries).last(std::min<std::size_t>(entries.size(), 8));
    const auto point = aggregateOf(seriesOf(last).values, aggregate);
    const bool isMet = point && (isAtLeast ? *point >= threshold : *point <= threshold);
    const ConfidenceGate found = confidenceGate(seriesOf(entries), aggregate, isAtLeast, threshold);
    Json out{{"point_value", orNull(point)},
             {"point", !point  ? "NO DATA"
                       : isMet ? "PASS"
                               : "FAIL"},
             {"n", found.n},
             {"verdict", keyOf(found.verdict)},
             {"reason", keyOf(found.reason)}};
    if (found.bounds) {
        out.update({{"lo", bounded(found.bounds->low)},
                    {"hi", bounded(found.bounds->high)},
                    {"ess", *found.ess}});
    }
    if (found.windows) {
        out.update({{"windows", *found.windows},
                    {"fails", found.broken},
                    {"cp_lo", found.brokenShare->low},
                    {"cp_hi", found.brokenShare->high}});
    }
    return out;
}

Json compare(const VectorSeries& all, const Json& in)
{
    const SeriesComparison found = compareSeries(seriesIn(all, in, "a"), seriesIn(all, in, "b"));
    const Direction direction =
        in.at("better") == "higher" ? Direction::HigherIsBetter : Direction::LowerIsBetter;
    const Decision decision = decide(evidenceOf(found), found.p, direction,
                                     in.at("margin").get<double>(), in.at("alpha").get<double>());
    Json out{{"verdict", keyOf(decision.verdict)}, {"reason", keyOf(decision.reason)}};
    if (!found.a || !found.b) {
        return out;
    }
    out.update({{"diff", *found.difference},
                {"rel", orNull(found.relative)},
                {"std_effect", orNull(found.standardized)},
                {"ess_a", found.a->ess},
                {"ess_b", found.b->ess},
                {"degenerate", found.isDeterministic}});
    if (found.ci95) {
        out.update({{"df", *found.df},
                    {"df_guard", *found.dfGuard},
                    {"p_ar", *found.pAr},
                    {"p_guard", *found.pGuard},
                    {"p", *found.p},
                    {"ci95", {found.ci95->low, found.ci95->high}},
                    {"ci90", {found.ci90->low, found.ci90->high}}});
    }
    return out;
}

} // namespace

const std::map<std::string, VectorFunction>& vectorFunctions()
{
    using All = const VectorSeries&;
    using In = const Json&;
    static const std::map<std::string, VectorFunction> functions = [] {
        std::map<std::string, VectorFunction> known = changeFunctions();
        known.merge(std::map<std::string, VectorFunction>{
            {"basic", basic},
            {"quantile7", quantiles},
            {"robust_z", robustZ},
            {"trend_ols", slope},
            {"trend_quarter",
             [](All all, In in) { return quarterJson(quarterTrend(seriesIn(all, in).values)); }},
            {"trend_quarter_legacy",
             [](All all, In in) {
                 return quarterJson(quarterTrendLegacy(seriesIn(all, in).values));
             }},
            {"mann_whitney", mannWhitney},
            {"mser5", mser},
            {"acf",
             [](All all, In in) {
                 const auto found =
                     autocorrelations(seriesIn(all, in), in.at("lags").get<std::size_t>());
                 return found.empty() ? Json() : Json(found);
             }},
            {"mean_variance", meanVarianceJson},
            {"tau_sokal", sokal},
            {"mean_ci", meanInterval},
            {"quantile_bounds", boundsOfQuantile},
            {"gate", gate},
            {"compare", compare},
            {"holm", [](All, In in) { return Json(holm(in.at("p").get<std::vector<double>>())); }},
            {"benjamini_hochberg",
             [](All, In in) {
                 return Json(benjaminiHochberg(in.at("p").get<std::vector<double>>()));
             }},
        });
        return known;
    }();
    return functions;
}

} // namespace soak
