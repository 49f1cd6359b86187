// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overview_rows.h"

#include "core/analysis/finding_counts.h"
#include "core/analysis/number_sources.h"
#include "core/base/clock.h"
#include "core/report/report_text.h"
#include "core/report/show_words.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/gate_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace soak::ui
{
namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("soak::ui::OverviewView", text);
}

QString orAbsent(const std::string& text)
{
    return text.empty() ? numberText(std::nullopt, 0) : toQString(text);
}

QString words(std::string_view key)
{
    std::string text(key);
    std::ranges::replace(text, '_', ' ');
    return coreWord(text);
}

Meaning meaningOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Meaning::Fail;
    case Severity::Warning:
        return Meaning::Warn;
    case Severity::Info:
        break;
    }
    return Meaning::NoData;
}

void addRecorded(std::vector<HeaderField>& fields, const RunInfo& info)
{
    const QString engine = info.scenario.empty() ? toQString(info.engine)
                                                 : toQString(info.engine + ", " + info.scenario);
    const QString tuner = info.autoTune ? toQString(info.tuner) : tr("off");
    fields.push_back({tr("Started"), toQString(utcText(info.startedMs))});
    fields.push_back({tr("Engine"), engine});
    fields.push_back({tr("Seed"), QString::number(info.seed)});
    fields.push_back({tr("Tuner"), tuner});
    fields.push_back({tr("Profile"), orAbsent(info.profile)});
    fields.push_back({tr("Tool version"), orAbsent(info.toolVersion)});
}

QualityRow missingRow(const SoakRun& run)
{
    return {Meaning::Warn,
            QString::number(missingCount(run.gaps)),
            tr("missing iterations"),
            toQString("#" + gapsText(run.gaps)),
            run.gaps.front().from,
            missingSource(run)};
}

QualityRow unreadableRow(const SoakRun& run)
{
    return {Meaning::Fail,
            QString::number(run.unreadable.size()),
            tr("unreadable iterations"),
            toQString("#" + iterationList(run.unreadable)),
            run.unreadable.front(),
            unreadableSource(run)};
}

} // namespace

std::vector<HeaderField> headerFields(const OpenRun& run)
{
    const SoakRun& value = *run.run;
    std::vector<HeaderField> fields{{tr("Run"), toQString(runLabel(value))}};
    if (value.info) {
        addRecorded(fields, *value.info);
    } else {
        fields.push_back({tr("Engine"), tr("not recorded: no RUN.json")});
    }
    const QString read = QString::number(value.table.rowCount());
    fields.push_back({tr("Iterations"),
                      value.info ? tr("%1 read of %2 planned").arg(read).arg(value.info->iterations)
                                 : tr("%1 read").arg(read),
                      countsSource(*run.judgement)});
    fields.push_back({tr("Judged by"),
                      tr("%1, last %2")
                          .arg(toQString(run.judgement->profile.name))
                          .arg(run.judgement->windowIterations.size()),
                      countsSource(*run.judgement)});
    fields.push_back({tr("Hash chain"), coreWord(chainText(value.chain))});
    fields.push_back({tr("Folder"), toQString(pathText(run.folder))});
    return fields;
}

QStringList branchLines(const OpenRun& run)
{
    QStringList lines;
    for (const RunBranch& branch :
         run.run->info ? run.run->info->branches : std::vector<RunBranch>{}) {
        QStringList parts;
        for (const auto& [name, value] : branch.set) {
            const QString set =
                toQString(name) + QLatin1Char(' ') + localNumber(shortNumber(value.amount));
            parts << (std::ranges::binary_search(branch.without, name)
                          ? tr("%1 (the change taken back)").arg(set)
                          : set);
        }
        if (branch.isTunerOff) {
            parts << tr("tuner off");
        }
        lines << tr("What-if from #%1 on: %2")
                     .arg(branch.at)
                     .arg(parts.isEmpty() ? tr("nothing changed")
                                          : parts.join(QStringLiteral(", ")));
    }
    return lines;
}

std::vector<QualityRow> qualityRows(const OpenRun& run)
{
    const SoakRun& value = *run.run;
    std::vector<QualityRow> rows;
    if (!value.unreadable.empty()) {
        rows.push_back(unreadableRow(value));
    }
    if (!value.gaps.empty()) {
        rows.push_back(missingRow(value));
    }
    for (const FindingCount& count : findingCounts(value.findings)) {
        const QString file = count.first->file.empty()
                                 ? QString()
                                 : toQString(count.first->file) + QStringLiteral(": ");
        rows.push_back({meaningOf(count.severity), QString::number(count.count),
                        words(keyOf(count.kind)), file + coreText(count.first->text),
                        count.first->iteration, findingSource(count)});
    }
    return rows;
}

} // namespace soak::ui
