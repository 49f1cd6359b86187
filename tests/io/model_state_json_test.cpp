// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model_state_json.h"
#include "core/io/run_files.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

TuningState aStateWithAModel()
{
    TuningState state;
    state.model.emplace();
    state.model->iteration = 7;
    state.model->correction.at(1).at(9) = 1.25;
    state.model->isKnown = {true, false, true, true};
    state.model->estimate = {8.5, 0, -2, 3.5};
    state.model->variance = {0.05, 0, 0.04, 0.45};
    state.model->surprise = {1, 2.5, 1, 0.5};
    state.model->position.fill(0.5);
    return state;
}

TEST(ModelStateJson, NamesGoalsAndParameters)
{
    const auto json = nlohmann::json::parse(tuningStateText(aStateWithAModel()));
    const auto& model = json.at("model");
    EXPECT_EQ(model.at("iteration"), 7);
    EXPECT_EQ(model.at("correction").at("p95_latency_ms").at("rebid_threshold_bps"), 1.25);
    EXPECT_EQ(model.at("correction").size(), kInfluenceGoals);
    EXPECT_EQ(model.at("surprise").at("p95_latency_ms"), 2.5);
    EXPECT_EQ(model.at("estimate").size(), 3U) << "the latency was never measured";
    EXPECT_EQ(model.at("position").at("tail_age_ms"), 0.5);
}

// Half a memory would be learned from as if it were whole.
TEST(ModelStateJson, IsReadWholeOrNotAtAll)
{
    const auto whole = nlohmann::json::parse(tuningStateText(aStateWithAModel()));
    const auto edited = [&](const char* pointer, const nlohmann::json& value) {
        nlohmann::json json = whole;
        json[nlohmann::json::json_pointer(pointer)] = value;
        return json.dump();
    };
    std::vector<Finding> findings;
    const auto read = parseTuningState(whole.dump(), "s.json", findings);
    EXPECT_EQ(read->model, aStateWithAModel().model);
    EXPECT_TRUE(findings.empty());
    for (const std::string& text :
         {edited("/model/correction/net_bps/tail_age_ms", "x"),
          edited("/model/correction/net_bps", 1), edited("/model/position", nullptr),
          edited("/model/iteration", 0), edited("/model/surprise", nullptr),
          edited("/model/surprise/net_bps", -1),
          edited("/model/correction", nlohmann::json::array())}) {
        findings.clear();
        const auto state = parseTuningState(text, "s.json", findings);
        ASSERT_TRUE(state);
        EXPECT_EQ(state->model, std::nullopt) << text;
        EXPECT_FALSE(findings.empty()) << text;
    }
}

} // namespace
} // namespace soak
