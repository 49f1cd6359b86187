// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/version.h"
#include "core/release/manifest.h"
#include "tests/release/judged_run.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

std::string sampleManifest()
{
    const Judgement judgement = judgedRun(aRun());
    return manifestJson(judgement, factsFor(judgement, "v1.2"),
                        {{"MANIFEST.json", 1, {}},
                         {"README.md", 4, sha256("text")},
                         {"SHA256SUMS", 1, {}},
                         {"attestation.json", 1, {}},
                         {"attestation.json.sig", 1, {}},
                         {"run/RUN.json", 2, sha256("{}")}});
}

TEST(Defect40, TheManifestHasEveryFileItsHashAndTheRun)
{
    const Json json = Json::parse(sampleManifest());
    EXPECT_EQ(json.at("bundle").at("name"), "soak-bundle-RUN_1767608400000");
    EXPECT_EQ(json.at("bundle").at("version"), "v1.2");
    EXPECT_EQ(json.at("bundle").at("tool").at("version"), std::string(kToolVersion));
    EXPECT_TRUE(json.at("bundle").contains("utc"));
    EXPECT_EQ(json.at("run_id"), "RUN_1767608400000");
    EXPECT_EQ(json.at("result"), "READY");
    EXPECT_EQ(json.at("verdict"), "PASS");
    EXPECT_EQ(json.at("overrides_state_hash").get<std::string>().size(), 64U);
    ASSERT_EQ(json.at("files").size(), 2U);
    EXPECT_EQ(json.at("files").at(1),
              (Json{{"path", "run/RUN.json"},
                    {"sha256", sha256Hex("{}")},
                    {"size", 2},
                    {"description", "everything needed to repeat the run"}}));
}

TEST(Manifest, IsReadBack)
{
    const auto manifest = parseManifest(sampleManifest());
    ASSERT_TRUE(manifest) << describe(manifest.error());
    EXPECT_EQ(manifest->name, "soak-bundle-RUN_1767608400000");
    EXPECT_EQ(manifest->labels, (BundleLabels{"v1.2", "1.2.13"}));
    EXPECT_EQ(manifest->result, BundleResult::Ready);
    EXPECT_EQ(manifest->files,
              (BundleFiles{{"README.md", 4, sha256("text")}, {"run/RUN.json", 2, sha256("{}")}}));
}

TEST(Manifest, WithoutAnyOfItsMembersIsRefusedByName)
{
    const Json whole = Json::parse(sampleManifest());
    for (const char* key : {"schema", "bundle", "compression", "verdict", "run_id", "result",
                            "overrides_state_hash"}) {
        Json json = whole;
        json.erase(key);
        const auto manifest = parseManifest(json.dump());
        ASSERT_FALSE(manifest) << key;
        EXPECT_EQ(manifest.error().code, Errc::Integrity);
        EXPECT_NE(manifest.error().message.find(key), std::string::npos)
            << manifest.error().message;
    }
    for (const char* key : {"path", "sha256", "size"}) {
        Json json = whole;
        json["files"][0].erase(key);
        EXPECT_FALSE(parseManifest(json.dump())) << key;
    }
    Json json = whole;
    json["result"] = "FINE";
    EXPECT_FALSE(parseManifest(json.dump()));
    json = whole;
    std::swap(json["files"][0], json["files"][1]);
    EXPECT_FALSE(parseManifest(json.dump()));
}

} // namespace

} // namespace soak
