// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/audit_log.h"

#include "core/base/text.h"
#include "core/io/json_keys.h"
#include "core/io/json_reader.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

void countReason(BlockCounts& blocks, const std::string& reason)
{
    std::int64_t& count = reason == Key::minInterval   ? blocks.minInterval
                          : reason == Key::concurrency ? blocks.concurrency
                          : reason == Key::risk        ? blocks.risk
                          : reason == Key::throttle    ? blocks.throttle
                                                       : blocks.other;
    ++count;
}

struct Actions {
    std::int64_t place = 0;
    std::int64_t replace = 0;
    std::int64_t cancel = 0;
};

std::string textAt(const Json& object, std::string_view key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// {"fields":{"reason":"risk","allowed":0}}
bool readFields(const Json& entry, BlockCounts& blocks)
{
    const auto fields = entry.find(Key::fields);
    if (fields == entry.end() || !fields->is_object()) {
        return false;
    }
    const auto allowed = fields->find(Key::allowed);
    const bool isAllowed =
        allowed != fields->end() &&
        (*allowed == true || (allowed->is_number() && allowed->get<double>() != 0));
    if (isAllowed) {
        ++blocks.allowed;
    } else {
        countReason(blocks, textAt(*fields, Key::reason));
    }
    return true;
}

// {"action":"PLACE","blocked_reason":"risk"}
bool readAction(const Json& entry, BlockCounts& blocks, Actions& actions)
{
    const std::string action = textAt(entry, Key::action);
    if (action != "PLACE" && action != "REPLACE" && action != "CANCEL") {
        return false;
    }
    ++(action == "PLACE" ? actions.place : action == "REPLACE" ? actions.replace : actions.cancel);
    const std::string reason = textAt(entry, Key::blockedReason);
    if (reason.empty()) {
        ++blocks.allowed;
    } else {
        countReason(blocks, reason);
    }
    return true;
}

} // namespace

AuditLog auditFromText(std::string_view text, FindingSink& sink)
{
    AuditLog log;
    Actions actions;
    std::size_t lineNumber = 0;
    std::size_t badLines = 0;
    std::size_t firstBad = 0;
    std::vector<Finding> ignored;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        ++lineNumber;
        if (line.empty()) {
            continue;
        }
        FindingSink lineSink(sink.file(), std::nullopt, ignored);
        const Result<Json> entry = parseJson(line, lineSink);
        ignored.clear();
        const bool isRead =
            entry && entry->is_object() &&
            (readFields(*entry, log.blocks) || readAction(*entry, log.blocks, actions));
        if (!isRead && ++badLines == 1) {
            firstBad = lineNumber;
        }
    }
    if (badLines > 0) {
        sink.add(FindingKind::BadLine, Severity::Warning, "",
                 countText(badLines, "line is no entry", "lines are no entries") +
                     " and not counted; the first is line " + std::to_string(firstBad));
    }
    const auto total = static_cast<double>(actions.place + actions.replace + actions.cancel);
    if (total > 0) {
        log.cancelRatio = static_cast<double>(actions.cancel) / total;
        log.replaceRatio = static_cast<double>(actions.replace) / total;
    }
    return log;
}

} // namespace soak
