// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/split_mix.h"
#include "core/model/statistics.h"
#include "core/statistics/attribution.h"
#include "core/statistics/bootstrap.h"
#include "core/statistics/change_points.h"
#include "core/statistics/cusum_node.h"
#include "core/statistics/descriptive.h"
#include "core/statistics/distributions.h"
#include "core/statistics/energy_split.h"
#include "tests/statistics/vector_parts.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

template <typename Function>
Json ofEach(const Json& list, Function function)
{
    Json out = Json::array();
    for (const Json& entry : list) {
        out.push_back(function(entry));
    }
    return out;
}

Json clopper(const VectorSeries&, const Json& in)
{
    return ofEach(in.at("args"), [&](const Json& args) {
        const Interval share = clopperPearson(
            args[0].get<std::size_t>(), args[1].get<std::size_t>(), in.at("alpha").get<double>());
        return Json{share.low, share.high};
    });
}

Json seeded(const VectorSeries&, const Json& in)
{
    Json out = Json::array();
    for (const auto& layer :
         seededIntervals(in.at("n").get<std::size_t>(), in.at("min_len").get<std::size_t>())) {
        Json intervals = Json::array();
        for (const SeededInterval& interval : layer) {
            intervals.push_back({interval.from, interval.end});
        }
        out.push_back(intervals);
    }
    return out;
}

Json node(const VectorSeries& all, const Json& in)
{
    const auto found = cusumNode(seriesIn(all, in).values);
    if (!found) {
        return nullptr;
    }
    return {{"tau", found->split},
            {"p_adj", found->p},
            {"interval", {found->interval.from, found->interval.end}},
            {"T", found->t},
            {"phi", found->phi},
            {"n_eff", found->effective},
            {"lrv", found->longRunVariance}};
}

Json changes(const VectorSeries& all, const Json& in)
{
    const ChangePoints found =
        changePoints(seriesIn(all, in), {.alpha = in.at("alpha").get<double>(),
                                         .leastEffective = in.at("n_eff_min").get<double>()});
    Json out{{"raw", found.raw},
             {"p_adj", Json::array()},
             {"index", Json::array()},
             {"segment_means", Json::array()},
             {"half_width", Json::array()}};
    for (const ChangePoint& point : found.confirmed) {
        out["p_adj"].push_back(point.p);
        out["index"].push_back(point.index);
        out["segment_means"].push_back(point.before);
        out["half_width"].push_back(point.halfWidth);
    }
    out["segment_means"].push_back(found.confirmed.empty() ? *mean(seriesIn(all, in).values)
                                                           : found.confirmed.back().after);
    return out;
}

Json attributed(const VectorSeries&, const Json& in)
{
    std::vector<PlacedChange> placed;
    for (const Json& change : in.at("changes")) {
        placed.push_back(
            {change.at("index").get<std::int64_t>(), change.at("half_width").get<std::size_t>()});
    }
    std::vector<EffectiveDelta> deltas;
    for (const Json& delta : in.at("deltas")) {
        deltas.push_back(
            {delta.at("effective").get<std::int64_t>(), delta.at("key").get<std::string>()});
    }
    const Attributions found =
        attribute(placed, deltas, in.at("n").get<std::size_t>(), in.at("lag").get<std::int64_t>());
    Json list = Json::array();
    for (const Attribution& change : found.changes) {
        Json candidates = Json::array();
        for (const EffectiveDelta& delta : change.candidates) {
            candidates.push_back({delta.effective, delta.key});
        }
        list.push_back(
            {{"index", change.at}, {"status", keyOf(change.status)}, {"candidates", candidates}});
    }
    return {{"changes", list},
            {"coverage", found.coverage},
            {"chance_p", found.chanceP},
            {"weak_evidence", found.isWeak}};
}

Json energy(const VectorSeries& all, const Json& in)
{
    const auto found = energySplit(seriesIn(all, in).values, in.at("min_seg").get<std::size_t>());
    return found ? Json{{"tau", found->split}, {"q", found->q}} : Json();
}

Json splitMixNumbers(const VectorSeries&, const Json& in)
{
    Json out = Json::array();
    std::uint64_t state = seedIn(in);
    for (int i = 0; i < 5; ++i) {
        out.push_back(std::to_string(splitMix64(state)));
    }
    return out;
}

Json uniforms(const VectorSeries&, const Json& in)
{
    Json out = Json::array();
    std::uint64_t state = seedIn(in);
    for (int i = 0; i < 5; ++i) {
        out.push_back(uniform53(state));
    }
    return out;
}

Json bootstrapPlaces(const VectorSeries&, const Json& in)
{
    Json out = Json::array();
    std::uint64_t state = seedIn(in);
    for (int i = 0; i < in.at("resamples").get<int>(); ++i) {
        out.push_back(resample(in.at("n").get<std::size_t>(), in.at("block").get<double>(), state));
    }
    return out;
}

Json bootstrapped(const VectorSeries& all, const Json& in)
{
    const std::map<std::string, Statistic> statistics{
        {"hmean", positiveHarmonicMean}, {"median", median}, {"mean", mean}};
    const auto found =
        bootstrapInterval(seriesIn(all, in), statistics.at(in.at("stat")), seedIn(in),
                          in.at("conf").get<double>(), in.at("resamples").get<std::size_t>());
    return {{"block", found->block},
            {"est", found->estimate},
            {"lo", found->interval.low},
            {"hi", found->interval.high},
            {"resamples", found->resamples}};
}

} // namespace

std::map<std::string, VectorFunction> changeFunctions()
{
    using In = const Json&;
    using All = const VectorSeries&;
    return {
        {"clopper_pearson_onesided", clopper},
        {"seeded_intervals", seeded},
        {"cusum_node", node},
        {"changepoints", changes},
        {"attribute", attributed},
        {"edivisive_split", energy},
        {"splitmix64", splitMixNumbers},
        {"uniform53", uniforms},
        {"stationary_bootstrap_indices", bootstrapPlaces},
        {"stationary_bootstrap_ci", bootstrapped},
        {"kolmogorov_sf",
         [](All, In in) {
             return ofEach(in.at("t"), [](In t) { return kolmogorovTail(t.get<double>()); });
         }},
        {"student_t_ppf",
         [](All, In in) {
             return ofEach(in.at("args"), [](In args) {
                 return studentQuantile(args[0].get<double>(), args[1].get<double>());
             });
         }},
        {"student_t_sf_two_sided",
         [](All, In in) {
             return ofEach(in.at("args"), [](In args) {
                 return studentTwoSided(args[0].get<double>(), args[1].get<double>());
             });
         }},
    };
}

} // namespace soak
