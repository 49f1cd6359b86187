// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/overrides_patch.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

using Json = nlohmann::json;

const ParameterRegistry& registry()
{
    return ParameterRegistry::builtin();
}

// By nlohmann's own RFC 6902.
Json patched(const Overrides& a, const Overrides& b)
{
    return Json::parse(compactJson(a, registry())).patch(Json::parse(overridesPatch(a, b)));
}

Json nested(const Overrides& overrides)
{
    return Json::parse(compactJson(overrides, registry()));
}

} // namespace

TEST(OverridesPatch, OfEqualOnesIsEmpty)
{
    EXPECT_EQ(overridesPatch(bestCell(), bestCell()), "[]\n");
}

TEST(OverridesPatch, ReplacesWhatItTestedFirst)
{
    Overrides b = bestCell();
    b.values["min_interval_ms"] = ParamValue{77};
    const Json patch = Json::parse(overridesPatch(bestCell(), b));
    ASSERT_EQ(patch.size(), 2U);
    EXPECT_EQ(patch[0],
              Json({{"op", "test"}, {"path", "/quoting/min_interval_ms"}, {"value", 60}}));
    EXPECT_EQ(patch[1],
              Json({{"op", "replace"}, {"path", "/quoting/min_interval_ms"}, {"value", 77}}));
    EXPECT_EQ(patched(bestCell(), b), nested(b));
}

TEST(OverridesPatch, AddsTheParentsThatAreNotThere)
{
    const Overrides empty;
    EXPECT_EQ(patched(empty, bestCell()), nested(bestCell()));
}

TEST(OverridesPatch, RemovesAndKeepsUnknownLeaves)
{
    Overrides a = bestCell();
    a.extras[{"notes", "a/b~c"}] = "\"x\"";
    Overrides b = a;
    b.values.erase("tail_age_ms");
    b.extras[{"notes", "a/b~c"}] = "[1,2]";
    const Json result = patched(a, b);
    EXPECT_EQ(result["notes"]["a/b~c"], Json({1, 2}));
    EXPECT_FALSE(result["engine"].contains("tail_age_ms"));
}

TEST(OverridesPatch, RefusesAnotherFile)
{
    Overrides b = bestCell();
    b.values["min_interval_ms"] = ParamValue{77};
    const Json patch = Json::parse(overridesPatch(bestCell(), b));
    EXPECT_THROW((void)nested(b).patch(patch), Json::exception);
}

} // namespace soak
