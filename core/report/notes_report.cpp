// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/notes_report.h"

#include "core/base/clock.h"
#include "core/base/escape.h"
#include "core/report/json_text.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::string_view kNotesSchema = "soak-notes/1";

Json noteJson(const WrittenNote& note)
{
    return {{"text", note.text},
            {"by", note.by.empty() ? Json() : Json(note.by)},
            {"at_utc", note.at ? Json(utcText(*note.at)) : Json()},
            {"from", note.from ? Json(*note.from) : Json()},
            {"to", note.to ? Json(*note.to) : Json()}};
}

std::string noteLine(const WrittenNote& note)
{
    std::string line = "- **" + noteSubject(note) + ":** " + escapeMarkdown(note.text);
    if (!note.by.empty() || note.at) {
        line += " (" + escapeMarkdown(note.by);
        line += note.by.empty() || !note.at ? "" : ", ";
        line += (note.at ? utcText(*note.at) : "") + ")";
    }
    return line + "\n";
}

} // namespace

std::string noteSubject(const WrittenNote& note)
{
    if (!note.from && !note.to) {
        return "the run";
    }
    const int from = note.from.value_or(note.to.value_or(0));
    const int to = note.to.value_or(from);
    return from == to ? "#" + std::to_string(from)
                      : "#" + std::to_string(from) + " to #" + std::to_string(to);
}

std::string notesMarkdown(std::span<const NotedRun> runs)
{
    std::string out;
    for (const NotedRun& run : runs) {
        out += out.empty() ? "" : "\n";
        out += "## " + escapeMarkdown(run.alias.empty() ? run.identity : run.alias) + "\n\n";
        if (!run.alias.empty()) {
            out += escapeMarkdown(run.identity) + "\n\n";
        }
        for (const WrittenNote& note : run.notes) {
            out += noteLine(note);
        }
    }
    return out.empty() ? "No notes.\n" : out;
}

std::string notesJson(std::span<const NotedRun> runs, std::string_view toolVersion)
{
    Json json{{"schema", kNotesSchema}, {"tool_version", toolVersion}, {"runs", Json::array()}};
    for (const NotedRun& run : runs) {
        Json notes = Json::array();
        for (const WrittenNote& note : run.notes) {
            notes.push_back(noteJson(note));
        }
        json["runs"].push_back({{"identity", run.identity},
                                {"alias", run.alias.empty() ? Json() : Json(run.alias)},
                                {"notes", std::move(notes)}});
    }
    return jsonText(json);
}

} // namespace soak
