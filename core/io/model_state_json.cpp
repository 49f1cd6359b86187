// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model_state_json.h"

#include "core/io/json_keys.h"
#include "core/io/json_writer.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace soak
{

namespace
{

using Json = nlohmann::json;

std::string_view goalKey(std::size_t k)
{
    return specOf(influenceGoals()[k].metric).key;
}

Json paramsJson(const ParamVector& values)
{
    Json out = Json::object();
    for (std::size_t i = 0; i < kInfluenceParams; ++i) {
        out[std::string(influenceParams()[i])] = amountJson(values.at(i));
    }
    return out;
}

std::optional<ParamVector> paramsFromJson(ObjectReader in)
{
    ParamVector values{};
    bool isWhole = true;
    for (std::size_t i = 0; i < kInfluenceParams; ++i) {
        const std::optional<double> value = in.number(influenceParams()[i]);
        isWhole = isWhole && value.has_value();
        values.at(i) = value.value_or(0);
    }
    in.finish();
    return isWhole ? std::optional(values) : std::nullopt;
}

std::optional<ResponseCurve> curveFromJson(const Json* values)
{
    if (values == nullptr || !values->is_array() || values->size() != kCurveKnots) {
        return std::nullopt;
    }
    ResponseCurve curve{};
    for (std::size_t knot = 0; knot < kCurveKnots; ++knot) {
        const Json& value = (*values)[knot];
        if (!value.is_number() || !std::isfinite(value.get<double>())) {
            return std::nullopt;
        }
        curve.at(knot) = value.get<double>();
    }
    return curve;
}

std::optional<int> iterationOf(ObjectReader& in)
{
    const std::optional<std::int64_t> value = in.integer(Key::iteration);
    return value && *value > 0 && *value <= std::numeric_limits<int>::max()
               ? std::optional(static_cast<int>(*value))
               : std::nullopt;
}

} // namespace

Json influenceJson(const InfluenceMatrix& influence)
{
    Json out = Json::object();
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        out[std::string(goalKey(k))] = paramsJson(influence.at(k));
    }
    return out;
}

std::optional<InfluenceMatrix> influenceFromJson(ObjectReader& in, std::string_view key)
{
    InfluenceMatrix influence{};
    bool isWhole = in.object(key) != nullptr;
    ObjectReader rows = in.inside(key);
    for (std::size_t k = 0; k < kInfluenceGoals && isWhole; ++k) {
        isWhole = rows.object(goalKey(k)) != nullptr;
        if (const auto row = paramsFromJson(rows.inside(goalKey(k)))) {
            influence.at(k) = *row;
        } else {
            isWhole = false;
        }
    }
    rows.finish();
    if (!isWhole) {
        in.wrongType(key, "a number for each goal and parameter");
        return std::nullopt;
    }
    return influence;
}

Json curvesJson(const CurveTable& curves)
{
    Json out = Json::object();
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        Json& row = out[std::string(goalKey(k))] = Json::object();
        for (std::size_t i = 0; i < kInfluenceParams; ++i) {
            row[std::string(influenceParams()[i])] = curves.at(k).at(i);
        }
    }
    return out;
}

std::optional<CurveTable> curvesFromJson(ObjectReader& in, std::string_view key)
{
    CurveTable curves{};
    bool isWhole = in.object(key) != nullptr;
    ObjectReader rows = in.inside(key);
    for (std::size_t k = 0; k < kInfluenceGoals && isWhole; ++k) {
        isWhole = rows.object(goalKey(k)) != nullptr;
        ObjectReader row = rows.inside(goalKey(k));
        for (std::size_t i = 0; i < kInfluenceParams && isWhole; ++i) {
            const auto curve = curveFromJson(row.array(influenceParams()[i]));
            isWhole = curve.has_value();
            curves.at(k).at(i) = curve.value_or(ResponseCurve{});
        }
        row.finish();
    }
    rows.finish();
    if (!isWhole) {
        in.wrongType(key, "five numbers for each goal and parameter");
        return std::nullopt;
    }
    return curves;
}

Json goalsJson(const GoalVector& values)
{
    Json out = Json::object();
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        out[std::string(goalKey(k))] = amountJson(values.at(k));
    }
    return out;
}

std::optional<GoalVector> goalsFromJson(ObjectReader& in, std::string_view key)
{
    GoalVector values{};
    bool isWhole = in.object(key) != nullptr;
    ObjectReader goals = in.inside(key);
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        const std::optional<double> value = goals.number(goalKey(k));
        isWhole = isWhole && value && *value >= 0;
        values.at(k) = value.value_or(0);
    }
    goals.finish();
    if (!isWhole) {
        in.wrongType(key, "a number for each goal");
        return std::nullopt;
    }
    return values;
}

Json modelStateJson(const ModelState& state)
{
    Json out = Json::object();
    out[Key::iteration] = state.iteration;
    out[Key::correction] = influenceJson(state.correction);
    out[Key::estimate] = Json::object();
    out[Key::variance] = Json::object();
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        if (state.isKnown.at(k)) {
            out[Key::estimate][std::string(goalKey(k))] = amountJson(state.estimate.at(k));
            out[Key::variance][std::string(goalKey(k))] = amountJson(state.variance.at(k));
        }
    }
    out[Key::surprise] = goalsJson(state.surprise);
    out[Key::position] = paramsJson(state.position);
    return out;
}

std::optional<ModelState> modelStateFromJson(ObjectReader& in)
{
    if (in.object(Key::model) == nullptr) {
        return std::nullopt;
    }
    ObjectReader model = in.inside(Key::model);
    const std::optional<int> iteration = iterationOf(model);
    const std::optional<InfluenceMatrix> correction = influenceFromJson(model, Key::correction);
    const std::optional<GoalVector> surprise = goalsFromJson(model, Key::surprise);
    const std::optional<ParamVector> position = paramsFromJson(model.inside(Key::position));
    ModelState state;
    ObjectReader estimates = model.inside(Key::estimate);
    ObjectReader variances = model.inside(Key::variance);
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        const std::optional<double> estimate = estimates.number(goalKey(k));
        const std::optional<double> variance = variances.number(goalKey(k));
        state.isKnown.at(k) = estimate && variance;
        state.estimate.at(k) = estimate.value_or(0);
        state.variance.at(k) = variance.value_or(0);
    }
    estimates.finish();
    variances.finish();
    model.finish();
    if (!iteration || !correction || !surprise || !position) {
        in.wrongType(Key::model, "what engine `model` has learned, whole");
        return std::nullopt;
    }
    state.iteration = *iteration;
    state.correction = *correction;
    state.surprise = *surprise;
    state.position = *position;
    return state;
}

} // namespace soak
