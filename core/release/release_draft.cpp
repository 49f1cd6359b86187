// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/release_draft.h"

#include "core/base/hash.h"
#include "core/release/json_access.h"
#include "core/report/json_text.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::string_view kDraftSchema = "soak-release-draft/1";
constexpr std::size_t kNameDigits = 24;

// Paths are bytes, and need not be UTF-8; JSON is.
Json pathJson(const std::optional<fs::path>& path)
{
    return path ? Json(pathText(*path)) : Json();
}

Result<std::optional<fs::path>> pathMember(const Json& json, const std::string& key,
                                           std::string_view file)
{
    SOAK_TRY(const auto text, optionalText(json, key, file));
    return text ? std::optional(fs::path(*text)) : std::nullopt;
}

Result<bool> flagMember(const Json& json, const std::string& key, std::string_view file)
{
    SOAK_TRY(const Json* member, memberOf(json, key, file));
    if (!member->is_boolean()) {
        return Error{Errc::Integrity, key + " is neither true nor false", std::string(file)};
    }
    return member->get<bool>();
}

} // namespace

std::string draftText(const ReleaseDraft& draft)
{
    const ReleasePlan& plan = draft.plan;
    return jsonText(Json{{"schema", kDraftSchema},
                         {"run", draft.runIdentity},
                         {"run_state_sha256", draft.runState},
                         {"step", keyOf(draft.step)},
                         {"out", pathText(plan.out)},
                         {"version", plan.version},
                         {"partial", plan.isPartial},
                         {"replace", plan.replaces},
                         {"unsigned", plan.isUnsigned},
                         {"sign_key", pathJson(plan.signingKey)},
                         {"allowed_signers", pathJson(plan.allowedSigners)},
                         {"repository", pathJson(plan.repository)},
                         {"decision", keyOf(draft.decision.choice)},
                         {"by", draft.decision.by},
                         {"why", draft.decision.why}});
}

Result<ReleaseDraft> parseDraft(std::string_view text, std::string_view file)
{
    SOAK_TRY(const Json json, strictObject(text, file));
    ReleaseDraft draft;
    SOAK_TRY(const std::string schema, textMember(json, "schema", file));
    SOAK_TRY(const std::string step, textMember(json, "step", file));
    SOAK_TRY(const std::string choice, textMember(json, "decision", file));
    SOAK_TRY(draft.runIdentity, textMember(json, "run", file));
    SOAK_TRY(draft.runState, textMember(json, "run_state_sha256", file));
    SOAK_TRY(draft.plan.out, textMember(json, "out", file));
    SOAK_TRY(draft.plan.version, textMember(json, "version", file));
    SOAK_TRY(draft.plan.isPartial, flagMember(json, "partial", file));
    SOAK_TRY(draft.plan.replaces, flagMember(json, "replace", file));
    SOAK_TRY(draft.plan.isUnsigned, flagMember(json, "unsigned", file));
    SOAK_TRY(draft.plan.signingKey, pathMember(json, "sign_key", file));
    SOAK_TRY(draft.plan.allowedSigners, pathMember(json, "allowed_signers", file));
    SOAK_TRY(draft.plan.repository, pathMember(json, "repository", file));
    SOAK_TRY(draft.decision.by, textMember(json, "by", file));
    SOAK_TRY(draft.decision.why, textMember(json, "why", file));
    const auto knownStep = releaseStepFromKey(step);
    const auto knownChoice = releaseChoiceFromKey(choice);
    if (schema != kDraftSchema || !knownStep || !knownChoice) {
        return Error{Errc::Integrity, "is no draft of a release", std::string(file)};
    }
    draft.step = *knownStep;
    draft.decision.choice = *knownChoice;
    return draft;
}

fs::path draftPath(const fs::path& folder, std::string_view runIdentity)
{
    return folder / ("release_" + sha256Hex(runIdentity).substr(0, kNameDigits) + ".json");
}

std::optional<ReleaseDraft> loadDraft(const fs::path& folder, std::string_view runIdentity)
{
    const fs::path path = draftPath(folder, runIdentity);
    const auto text = readFile(path);
    const auto draft =
        text ? parseDraft(*text, pathText(path)) : Result<ReleaseDraft>(text.error());
    return draft && draft->runIdentity == runIdentity ? std::optional(*draft) : std::nullopt;
}

Status saveDraft(const fs::path& folder, const ReleaseDraft& draft)
{
    SOAK_CHECK(makeFolders(folder));
    return writeFileAtomically(draftPath(folder, draft.runIdentity), draftText(draft));
}

Status dropDraft(const fs::path& folder, std::string_view runIdentity)
{
    return removeTree(draftPath(folder, runIdentity));
}

} // namespace soak
