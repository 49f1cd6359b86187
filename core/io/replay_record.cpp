// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/replay_record.h"

#include "core/io/artifacts.h"
#include "core/io/json_keys.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace soak
{

namespace
{

using Json = nlohmann::json;

const JsonPath& replayPath()
{
    static const JsonPath path{std::string(Key::replay)};
    return path;
}

Error badRecord(const std::string& message)
{
    return Error{Errc::BadInput, message, std::string(kRunFile) + ": " + std::string(Key::replay)};
}

std::optional<std::string> textIn(const Json& json, std::string_view key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? std::optional(found->get<std::string>())
                                                     : std::nullopt;
}

std::string noteOf(const std::string& runId)
{
    return "the measurements are those of " +
           (runId.empty() ? std::string("a run of another tool") : runId) +
           ": KPIs do not answer to the overrides of this run";
}

} // namespace

void setReplayRecord(RunInfo& info, const ReplayRecord& record)
{
    const Json json{{Key::runId, record.runId},           {Key::identity, record.identity},
                    {Key::engine, record.engine},         {Key::scenario, record.scenario},
                    {Key::iterations, record.iterations}, {Key::files, record.files},
                    {Key::note, noteOf(record.runId)}};
    info.extras[replayPath()] = json.dump(-1, ' ', true);
}

Result<std::optional<ReplayRecord>> replayRecordOf(const RunInfo& info)
{
    const auto found = info.extras.find(replayPath());
    if (found == info.extras.end()) {
        return std::optional<ReplayRecord>();
    }
    const Json json = Json::parse(found->second, nullptr, false);
    if (!json.is_object()) {
        return badRecord("is no object");
    }
    ReplayRecord record;
    const auto identity = textIn(json, Key::identity);
    const auto iterations = json.find(Key::iterations);
    const auto files = json.find(Key::files);
    if (!identity || iterations == json.end() || !iterations->is_number_integer() ||
        files == json.end() || !files->is_object()) {
        return badRecord("lacks identity, iterations or files");
    }
    const auto count = iterations->get<std::int64_t>();
    if (count < 1 || count > std::numeric_limits<int>::max()) {
        return badRecord("iterations is out of range");
    }
    for (const auto& [name, hash] : files->items()) {
        if (!hash.is_string()) {
            return badRecord("the hash of a file is no text");
        }
        record.files[name] = hash.get<std::string>();
    }
    record.runId = textIn(json, Key::runId).value_or("");
    record.identity = *identity;
    record.engine = textIn(json, Key::engine).value_or("");
    record.scenario = textIn(json, Key::scenario).value_or("");
    record.iterations = static_cast<int>(count);
    return std::optional<ReplayRecord>(std::move(record));
}

std::string replayNote(const RunInfo& info)
{
    const auto record = replayRecordOf(info);
    return record && *record ? noteOf((*record)->runId) : std::string();
}

} // namespace soak
