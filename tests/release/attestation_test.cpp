// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/attestation.h"
#include "tests/release/judged_run.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

const BundleFiles kFiles{{"MANIFEST.json", 1, sha256("m")},
                         {"SHA256SUMS", 1, {}},
                         {"attestation.json", 1, {}},
                         {"attestation.json.sig", 1, {}},
                         {"run/ITER_SUMMARY_10.json", 1, sha256("ten")},
                         {"run/ITER_SUMMARY_2.json", 1, sha256("two")},
                         {"run/RUN.json", 2, sha256("{}")}};

std::string sampleAttestation(const RunBuilder& builder = aRun())
{
    const Judgement judgement = judgedRun(builder);
    return attestationJson(judgement, factsFor(judgement), kFiles);
}

TEST(Attestation, IsAStatementWithRunInputsToolAndVerdict)
{
    const Json json = Json::parse(sampleAttestation());
    EXPECT_EQ(json.at("_type"), "https://in-toto.io/Statement/v1");
    EXPECT_EQ(json.at("subject").size(), 4U);
    EXPECT_EQ(json.at("subject").at(0),
              (Json{{"name", "MANIFEST.json"}, {"digest", {{"sha256", sha256Hex("m")}}}}));
    const Json& predicate = json.at("predicate");
    EXPECT_EQ(predicate.at("run").at("run_id"), "RUN_1767608400000");
    EXPECT_EQ(predicate.at("run").at("seed"), 0);
    EXPECT_EQ(predicate.at("run").at("engine"), "mock");
    EXPECT_EQ(predicate.at("verdict"), "PASS");
    EXPECT_EQ(predicate.at("result"), "READY");
    EXPECT_EQ(predicate.at("release_ready"), true);
    EXPECT_EQ(predicate.at("inputs").at("RUN.json"), sha256Hex("{}"));
    EXPECT_EQ(predicate.at("inputs").at("ITER_SUMMARY_*.json"),
              sha256Hex(sha256Hex("two") + "  ITER_SUMMARY_2.json\n" + sha256Hex("ten") +
                        "  ITER_SUMMARY_10.json\n"));
}

TEST(Attestation, SaysNullWhereAForeignRunSaysNothing)
{
    const Json run = Json::parse(sampleAttestation(aRun().foreign())).at("predicate").at("run");
    EXPECT_TRUE(run.at("run_id").is_null());
    EXPECT_FALSE(run.contains("seed"));
}

TEST(Attestation, IsReadBackAndRefusedWithoutItsParts)
{
    const auto attestation = parseAttestation(sampleAttestation());
    ASSERT_TRUE(attestation) << describe(attestation.error());
    EXPECT_EQ(attestation->verdict, "PASS");
    EXPECT_EQ(attestation->result, "READY");
    ASSERT_EQ(attestation->subjects.size(), 4U);
    EXPECT_EQ(attestation->subjects[3], (BundleFile{"run/RUN.json", 0, sha256("{}")}));
    const Json whole = Json::parse(sampleAttestation());
    for (const char* key : {"_type", "predicateType", "predicate"}) {
        Json json = whole;
        json.erase(key);
        EXPECT_FALSE(parseAttestation(json.dump())) << key;
    }
    Json json = whole;
    json["_type"] = "https://in-toto.io/Statement/v0.1";
    EXPECT_FALSE(parseAttestation(json.dump()));
    json = whole;
    json["subject"][0].erase("digest");
    EXPECT_FALSE(parseAttestation(json.dump()));
}

} // namespace

} // namespace soak
