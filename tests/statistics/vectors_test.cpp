// SPDX-License-Identifier: GPL-3.0-or-later
// Every function of this layer against values that numpy and scipy computed (STATISTICS 5). Another
// file of the same schema is read when SOAK_VECTORS names one.
#include "tests/statistics/vector_functions.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <set>

namespace soak
{

namespace
{

using Json = nlohmann::json;

struct Tolerance {
    double relative = 1e-9;
    double absolute = 1e-12;
};

Tolerance toleranceOf(const Json& from, const Tolerance& otherwise)
{
    return from.is_object() ? Tolerance{from.value("rel", otherwise.relative),
                                        from.value("abs", otherwise.absolute)}
                            : otherwise;
}

bool isNear(double got, double want, const Tolerance& tolerance)
{
    return got == want ||
           std::abs(got - want) <= tolerance.absolute + tolerance.relative * std::abs(want);
}

// Only what is wanted is asked for; integers, words and lists of places must be the same.
void expectLike(const Json& got, const Json& want, const Tolerance& tolerance,
                const std::string& where)
{
    if (want.is_object()) {
        for (const auto& [key, value] : want.items()) {
            ASSERT_TRUE(got.is_object() && got.contains(key))
                << where << "." << key << " is absent";
            expectLike(got.at(key), value, tolerance, where + "." + key);
        }
    } else if (want.is_array()) {
        ASSERT_TRUE(got.is_array()) << where;
        ASSERT_EQ(got.size(), want.size()) << where;
        for (std::size_t at = 0; at < want.size(); ++at) {
            expectLike(got[at], want[at], tolerance, where + "[" + std::to_string(at) + "]");
        }
    } else if (want.is_number_float()) {
        ASSERT_TRUE(got.is_number()) << where << " is " << got;
        EXPECT_TRUE(isNear(got.get<double>(), want.get<double>(), tolerance))
            << where << " is " << got << ", not " << want;
    } else {
        EXPECT_EQ(got, want) << where;
    }
}

Json vectors()
{
    const char* named = std::getenv("SOAK_VECTORS");
    std::ifstream file(named ? std::filesystem::path(named) : testDataPath("statistics.json"));
    return Json::parse(file);
}

TEST(StatisticsVectors, EveryFunctionAgrees)
{
    const Json all = vectors();
    ASSERT_EQ(all.at("schema"), "soak-stat-vectors/1");
    const Tolerance usual = toleranceOf(all.at("default_tol"), {});
    VectorSeries series;
    for (const auto& [name, entries] : all.at("series").items()) {
        for (const Json& entry : entries) {
            series[name].push_back(entry.is_null() ? std::nullopt
                                                   : std::optional(entry.get<double>()));
        }
    }
    std::size_t number = 0;
    for (const Json& vector : all.at("cases")) {
        const auto function = vector.at("fn").get<std::string>();
        SCOPED_TRACE("case " + std::to_string(number++) + " " + function + " of " +
                     vector.at("in").dump());
        const auto found = vectorFunctions().find(function);
        ASSERT_NE(found, vectorFunctions().end()) << "there is no such function here";
        expectLike(found->second(series, vector.at("in")), vector.at("out"),
                   toleranceOf(vector.value("tol", Json()), usual), function);
    }
}

// So that a function which no case asks for is seen.
TEST(StatisticsVectors, EveryFunctionHasACase)
{
    const Json all = vectors();
    std::set<std::string> asked;
    for (const Json& vector : all.at("cases")) {
        asked.insert(vector.at("fn").get<std::string>());
    }
    for (const auto& [name, function] : vectorFunctions()) {
        EXPECT_TRUE(asked.contains(name)) << name;
    }
}

} // namespace

} // namespace soak
