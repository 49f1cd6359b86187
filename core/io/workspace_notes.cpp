// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/workspace_notes.h"

#include "core/io/config_reader.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace soak
{

namespace
{

using Json = nlohmann::json;

std::optional<int> notedIteration(ObjectReader& in, std::string_view key)
{
    const std::optional<std::int64_t> number = in.integer(key);
    return number && *number >= 1 && *number <= std::numeric_limits<int>::max()
               ? std::optional(static_cast<int>(*number))
               : std::nullopt;
}

WrittenNote noteFrom(const Json& json, FindingSink& sink)
{
    ObjectReader in(json, {std::string(WorkspaceKey::notes)}, sink);
    return {in.text(WorkspaceKey::text).value_or(""), in.text(WorkspaceKey::by).value_or(""),
            in.integer(WorkspaceKey::at), notedIteration(in, WorkspaceKey::from),
            notedIteration(in, WorkspaceKey::to)};
}

} // namespace

Result<std::vector<NotedRun>> parseWorkspaceNotes(std::string_view text, std::string_view file)
{
    SOAK_TRY(const Json tree, parseConfig(text, file));
    std::vector<Finding> findings;
    FindingSink sink(file, std::nullopt, findings);
    ObjectReader in(tree, {}, sink);
    if (in.text(WorkspaceKey::schema).value_or("") != WorkspaceKey::schemaName) {
        return Error{Errc::BadInput, "is no workspace of the workbench", std::string(file)};
    }
    if (in.integer(WorkspaceKey::version).value_or(0) > kWorkspaceVersion) {
        return Error{Errc::BadInput, "was written by a newer workbench", std::string(file)};
    }
    std::vector<NotedRun> runs;
    if (const Json* all = in.object(WorkspaceKey::runs)) {
        for (const auto& [identity, marks] : all->items()) {
            ObjectReader of(marks, {std::string(WorkspaceKey::runs), identity}, sink);
            NotedRun run{identity, of.text(WorkspaceKey::alias).value_or(""), {}};
            if (const Json* notes = of.array(WorkspaceKey::notes)) {
                for (const Json& note : *notes) {
                    if (!note.is_object()) {
                        return Error{Errc::BadInput, "a note is no object", std::string(file)};
                    }
                    run.notes.push_back(noteFrom(note, sink));
                }
            }
            if (!run.notes.empty()) {
                runs.push_back(std::move(run));
            }
        }
    }
    SOAK_CHECK(refuseFindings(findings, file));
    return runs;
}

Result<std::vector<NotedRun>> loadWorkspaceNotes(const fs::path& file)
{
    SOAK_TRY(const std::string text, readFile(file));
    return parseWorkspaceNotes(text, pathText(file));
}

} // namespace soak
