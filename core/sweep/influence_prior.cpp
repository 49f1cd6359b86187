// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/influence_prior.h"

#include "core/io/json_reader.h"
#include "core/io/model_state_json.h"
#include "core/sweep/prior_text.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::string_view kPriorSchema = "soak-prior-influence/2";

} // namespace

std::string influencePriorText(const InfluencePrior& prior)
{
    const Json json{{"schema", kPriorSchema},
                    {"first_seed", prior.plan.firstSeed},
                    {"seeds_per_scenario", prior.plan.seedsPerScenario},
                    {"scenarios", prior.plan.scenarios},
                    {"response", curvesJson(prior.curves.response)},
                    {"noise", curvesJson(prior.curves.noise)},
                    {"middle_noise", goalsJson(prior.curves.middleNoise)}};
    return json.dump(2) + "\n";
}

Result<InfluencePrior> parseInfluencePrior(std::string_view text, std::string_view file)
{
    std::vector<Finding> findings;
    FindingSink sink(file, std::nullopt, findings);
    SOAK_TRY(const Json tree, parseJson(text, sink));
    ObjectReader in(tree, {}, sink);
    if (in.text("schema") != kPriorSchema) {
        return Error{Errc::BadInput, "the schema is not " + std::string(kPriorSchema),
                     std::string(file)};
    }
    const std::optional<std::int64_t> first = in.integer("first_seed");
    const std::optional<std::int64_t> seeds = in.integer("seeds_per_scenario");
    const std::optional<CurveTable> response = curvesFromJson(in, "response");
    const std::optional<CurveTable> noise = curvesFromJson(in, "noise");
    const std::optional<GoalVector> middleNoise = goalsFromJson(in, "middle_noise");
    if (!first || *first < 0 || !seeds || *seeds < 1 || !response || !noise || !middleNoise ||
        !findings.empty()) {
        return Error{Errc::BadInput, "is not a whole prior", std::string(file)};
    }
    InfluencePrior prior;
    prior.plan.scenarios = in.texts("scenarios");
    prior.plan.firstSeed = static_cast<std::uint64_t>(*first);
    prior.plan.seedsPerScenario = static_cast<int>(*seeds);
    prior.curves = {*response, *noise, *middleNoise};
    return prior;
}

const InfluencePrior& builtinPrior()
{
    static const InfluencePrior kPrior = [] {
        auto prior = parseInfluencePrior(kPriorText, "prior_influence.json");
        SOAK_ASSERT(prior.has_value()); // a test reads it
        return *prior;
    }();
    return kPrior;
}

} // namespace soak
