// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_list.h"

namespace soak::ui
{
namespace
{

RunState verdictState(RunVerdict verdict)
{
    switch (verdict) {
    case RunVerdict::Pass:
        return {Meaning::Pass, "PASS"};
    case RunVerdict::Warn:
        return {Meaning::Warn, "WARN"};
    case RunVerdict::Fail:
        return {Meaning::Fail, "FAIL"};
    }
    SOAK_ASSERT(false);
}

RunState stateOf(const RunRow& row)
{
    switch (row.activity.activity) {
    case soak::RunActivity::Running:
        return {Meaning::Live, "LIVE"};
    case soak::RunActivity::Stalled:
        return {Meaning::Warn, "STALLED"};
    case soak::RunActivity::WriterDead:
        return {Meaning::Partial, "PARTIAL"};
    default:
        return row.figures ? verdictState(row.figures->verdict)
                           : RunState{Meaning::NoData, "NO DATA"};
    }
}

soak::RunActivity activityOf(RunActivity activity)
{
    switch (activity) {
    case RunActivity::Running:
        return soak::RunActivity::Running;
    case RunActivity::Stalled:
        return soak::RunActivity::Stalled;
    case RunActivity::WriterDead:
        return soak::RunActivity::WriterDead;
    case RunActivity::Vanished:
        return soak::RunActivity::Vanished;
    case RunActivity::Finished:
    case RunActivity::Replaced:
        return soak::RunActivity::Finished;
    }
    SOAK_ASSERT(false);
}

RunRow rowOf(const OpenRun& open, const RunListItem& item)
{
    RunRow row;
    row.folder = item.folder.toStdString();
    row.identity = item.identity.toStdString();
    row.name = item.name.toStdString();
    row.startedMs = item.startedMs;
    row.planned = item.planned;
    row.files = item.read;
    row.activity.activity = activityOf(open.activity);
    if (open.run->info) {
        row.runId = open.run->info->runId;
        row.isBranch = !open.run->info->branches.empty();
        row.engine = open.run->info->engine;
        row.scenario = open.run->info->scenario;
        row.profile = open.run->info->profile;
        row.gateProfile = open.run->info->gateProfile;
    }
    row.figures = figuresOf(*open.judgement);
    return row;
}

} // namespace

RunState stateOf(const OpenRun& open)
{
    switch (open.activity) {
    case RunActivity::Running:
        return {Meaning::Live, "LIVE"};
    case RunActivity::Stalled:
        return {Meaning::Warn, "STALLED"};
    case RunActivity::WriterDead:
        return {Meaning::Partial, "PARTIAL"};
    case RunActivity::Vanished:
        return {Meaning::NoData, "GONE"};
    case RunActivity::Replaced:
        return {Meaning::NoData, "REPLACED"};
    case RunActivity::Finished:
        break;
    }
    return verdictState(open.judgement->verdict);
}

RunListItem listItemOf(const OpenRun& open, const ViewContext& context,
                       std::optional<qint64> lastVisitMs)
{
    RunListItem item;
    item.folder = QString::fromStdString(open.folder.string());
    item.identity = open.identity;
    item.name = context.session.nameOf(open.identity);
    if (open.run->info) {
        item.startedMs = open.run->info->startedMs;
        item.planned = open.run->info->iterations;
    } else if (open.run->table.rowCount() > 0) {
        item.startedMs = open.run->table.runtimeUtc(0);
    }
    item.read = open.run->table.rowCount();
    const RunState state = stateOf(open);
    item.meaning = state.meaning;
    item.word = state.word;
    item.row = FoundRow(rowOf(open, item));
    item.kpis = item.row->figures->values;
    item.margins = item.row->figures->marginShares;
    item.colourSlot = context.colourSlot(open.identity);
    item.isOpen = true;
    item.isShown = context.selection.shown().contains(open.identity);
    item.isPrimary = context.selection.primary() == open.identity;
    item.isBaseline = context.selection.baseline() == open.identity;
    item.isNew = lastVisitMs && item.startedMs && *item.startedMs > *lastVisitMs;
    const RunMarks& marks = context.session.workspace().marksOf(open.identity);
    item.arm = marks.arm;
    item.notes = noteLines(marks.notes);
    return item;
}

QStringList noteLines(const std::vector<RunNote>& notes)
{
    QStringList lines;
    for (const RunNote& note : notes) {
        lines << QStringLiteral("%1: %2").arg(subjectOf(note), note.text);
    }
    return lines;
}

RunListItem listItemOf(const FoundRow& found)
{
    const RunRow& row = *found;
    RunListItem item;
    item.folder = QString::fromStdString(row.folder);
    item.identity = QString::fromStdString(row.identity);
    item.name = QString::fromStdString(shownName(row));
    item.startedMs = row.startedMs;
    item.read = row.figures ? row.figures->iterationsRead : row.files;
    item.planned = row.planned;
    const RunState state = stateOf(row);
    item.meaning = state.meaning;
    item.word = state.word;
    if (row.figures) {
        item.kpis = row.figures->values;
        item.margins = row.figures->marginShares;
    }
    item.row = found;
    return item;
}

} // namespace soak::ui
