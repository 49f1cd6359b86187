// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/decision.h"

#include "core/base/text.h"
#include "core/model/key_table.h"
#include "core/release/bundle_layout.h"
#include "core/release/json_access.h"
#include "core/release/staging.h"
#include "core/report/json_text.h"

#include <nlohmann/json.hpp>

#include <array>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::string_view kDecisionSchema = "soak-release-decision/1";
constexpr std::string_view kBeside = "RELEASE_DECISION_";

constexpr std::array kChoices{
    KeyRow{ReleaseChoice::Ship, "ship"},
    KeyRow{ReleaseChoice::Hold, "hold"},
    KeyRow{ReleaseChoice::Rerun, "rerun"},
};

Status checkWords(std::string_view what, const std::string& text)
{
    if (trim(text).empty()) {
        return Error{Errc::Usage, "a decision says " + std::string(what), ""};
    }
    if (text.size() > kMostDecisionText || !isValidUtf8(text)) {
        return Error{Errc::Usage,
                     "at most " + std::to_string(kMostDecisionText) +
                         " bytes of UTF-8 are taken for " + std::string(what),
                     ""};
    }
    return Done{};
}

// A folder is called the same with and without a slash at its end.
fs::path plainFolder(const fs::path& folder)
{
    const fs::path path = fs::absolute(folder).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

} // namespace

std::string_view keyOf(ReleaseChoice choice)
{
    return keyIn(kChoices, choice);
}

std::optional<ReleaseChoice> releaseChoiceFromKey(std::string_view key)
{
    return valueIn(kChoices, key);
}

std::string decisionText(const ReleaseDecision& decision)
{
    return jsonText(Json{{"schema", kDecisionSchema},
                         {"decision", keyOf(decision.choice)},
                         {"by", decision.by},
                         {"utc", utcText(decision.atMs)},
                         {"why", decision.why},
                         {"run", decision.runIdentity},
                         {"run_state_sha256", decision.runState}});
}

Result<ReleaseDecision> parseDecision(std::string_view text, std::string_view file)
{
    SOAK_TRY(const Json json, strictObject(text, file));
    ReleaseDecision decision;
    SOAK_TRY(const std::string schema, textMember(json, "schema", file));
    SOAK_TRY(const std::string choice, textMember(json, "decision", file));
    SOAK_TRY(const std::string utc, textMember(json, "utc", file));
    SOAK_TRY(decision.by, textMember(json, "by", file));
    SOAK_TRY(decision.why, textMember(json, "why", file));
    SOAK_TRY(decision.runIdentity, textMember(json, "run", file));
    SOAK_TRY(decision.runState, textMember(json, "run_state_sha256", file));
    const auto known = releaseChoiceFromKey(choice);
    const auto time = parseUtc(utc);
    if (schema != kDecisionSchema || !known || !time || !checkWords("who", decision.by) ||
        !checkWords("why", decision.why)) {
        return Error{Errc::Integrity, "is no decision as it is written here", std::string(file)};
    }
    decision.choice = *known;
    decision.atMs = *time;
    if (decisionText(decision) != text) {
        return Error{Errc::Integrity, "is a decision, and not in the bytes of the writer",
                     std::string(file)};
    }
    return decision;
}

fs::path decisionPath(const fs::path& folder, const SoakRun& run)
{
    const std::string label = bundleNameOf(run).substr(kBundlePrefix.size());
    return plainFolder(folder).parent_path() / (std::string(kBeside) + label + ".json");
}

Result<std::optional<RecordedDecision>> loadDecision(const fs::path& folder, const SoakRun& run)
{
    fs::path path = decisionPath(folder, run);
    if (!isThere(path) && plainFolder(folder).filename() == kRunFolder) {
        path = plainFolder(folder).parent_path() / kDecisionFile;
    }
    if (!isThere(path)) {
        return std::optional<RecordedDecision>();
    }
    SOAK_TRY(const std::string text, readFile(path));
    SOAK_TRY(ReleaseDecision decision, parseDecision(text, pathText(path)));
    if (decision.runIdentity != run.identity()) {
        return Error{Errc::Integrity, "is a decision about another run", pathText(path)};
    }
    const bool isCurrent = decision.runState == runStateHash(run);
    return std::optional(RecordedDecision{std::move(decision), isCurrent});
}

Result<ReleaseDecision> recordDecision(const fs::path& folder, const SoakRun& run,
                                       const DecisionWish& wish, const Clock& clock)
{
    if (bundleAround(folder)) {
        return Error{Errc::NotWritable,
                     "the run lies in a bundle, which stays as it is; decide about the run itself",
                     pathText(folder)};
    }
    SOAK_CHECK(checkWords("who", wish.by));
    SOAK_CHECK(checkWords("why", wish.why));
    const ReleaseDecision decision{wish.choice,    std::string(trim(wish.by)),
                                   clock.wall(),   std::string(trim(wish.why)),
                                   run.identity(), runStateHash(run)};
    SOAK_CHECK(writeFileAtomically(decisionPath(folder, run), decisionText(decision)));
    return decision;
}

} // namespace soak
