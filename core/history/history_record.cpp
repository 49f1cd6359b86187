// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_record.h"

#include "core/analysis/calibration.h"
#include "core/analysis/recorded_profile.h"
#include "core/base/text.h"
#include "core/history/folder_index.h"
#include "core/io/load_run.h"
#include "core/io/run_state.h"
#include "core/model/run_identity.h"

#include <algorithm>
#include <charconv>

namespace soak
{

namespace
{

constexpr std::string_view kBytesMark = "bytes:";

char signOf(WindowMark mark)
{
    switch (mark) {
    case WindowMark::Met:
        return '+';
    case WindowMark::Broke:
        return '-';
    case WindowMark::Missing:
        return '?';
    }
    return '?';
}

std::optional<WindowPoint> pointFromText(std::string_view text)
{
    const std::size_t sign = text.find_first_of("+-?");
    if (sign == std::string_view::npos || sign == 0) {
        return std::nullopt;
    }
    const auto iteration = parseInteger(text.substr(0, sign));
    if (!iteration || *iteration < 0 || *iteration > std::numeric_limits<int>::max()) {
        return std::nullopt;
    }
    WindowPoint point;
    point.iteration = static_cast<int>(*iteration);
    point.mark = text[sign] == '+'   ? WindowMark::Met
                 : text[sign] == '-' ? WindowMark::Broke
                                     : WindowMark::Missing;
    point.margin = parseNumber(text.substr(sign + 1));
    return point;
}

void fillFromRun(const SoakRun& run, const Judgement& judgement, HistoryRecord& record)
{
    record.contentHash = runStateHash(run);
    record.iterationsHash = firstIterationsHash(run, run.table.rowCount());
    record.configuration = configurationOf(run).value_or("");
    record.verdictWhy = judgement.verdictWhy;
    record.windowSize = judgement.windowSize;
    if (run.info) {
        record.seed = std::to_string(run.info->seed);
        record.toolVersion = run.info->toolVersion;
    }
    if (run.end) {
        record.ended = keyOf(run.end->status);
    }
    for (const KpiSpec& spec : kpiSpecs()) {
        const std::size_t at = indexOf(spec.metric);
        record.lastN[at] = aggregateOf(judgement.windowStatistics[at], spec.windowAggregate);
        record.mean[at] = judgement.allStatistics[at].mean;
    }
    for (std::size_t row = run.table.rowCount(); row > 0 && !record.lastIterationMs; --row) {
        record.lastIterationMs = run.table.runtimeUtc(row - 1);
    }
}

} // namespace

Result<HistoryRecord> readRecord(const fs::path& folder, EpochMs now, const std::stop_token& stop)
{
    HistoryRecord record;
    record.row = rowOfFolder(folder, now);
    auto run = loadRun(folder, {.provenance = Provenance::All}, stop);
    if (!run) {
        if (run.error().code == Errc::Cancelled) {
            return run.error();
        }
        if (record.row.whyUnreadable.empty()) {
            record.row.whyUnreadable = run.error().message;
        }
        return record;
    }
    const Judgement judgement = judge(*run, recordedProfileOf(**run).profile);
    record.run = std::move(*run);
    record.row.whyUnreadable.clear();
    record.row.identity = listedIdentity(*record.run);
    record.row.figures = figuresOf(judgement);
    record.windowText = windowToText(record.row.figures->window);
    fillFromRun(*record.run, judgement, record);
    return record;
}

std::string windowToText(const std::vector<WindowPoint>& window)
{
    std::string out;
    for (const WindowPoint& point : window) {
        out += out.empty() ? "" : " ";
        out += std::to_string(point.iteration) + signOf(point.mark);
        out += point.margin ? jsonNumber(*point.margin) : "";
    }
    return out;
}

std::vector<WindowPoint> windowFromText(std::string_view text)
{
    std::vector<WindowPoint> window;
    for (const std::string& part : split(text, ' ')) {
        if (const auto point = pointFromText(part)) {
            window.push_back(*point);
        }
    }
    return window;
}

std::string storedPath(const std::string& path)
{
    if (isValidUtf8(path) && !path.starts_with(kBytesMark)) {
        return path;
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out(kBytesMark);
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        out += kDigits[byte >> 4U];
        out += kDigits[byte & 15U];
    }
    return out;
}

std::string pathFromStored(const std::string& text)
{
    if (!text.starts_with(kBytesMark)) {
        return text;
    }
    std::string out;
    for (std::size_t at = kBytesMark.size(); at + 1 < text.size(); at += 2) {
        unsigned byte = 0;
        std::from_chars(text.data() + at, text.data() + at + 2, byte, 16);
        out += static_cast<char>(byte);
    }
    return out;
}

} // namespace soak
