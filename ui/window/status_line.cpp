// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_line.h"

#include "ui/models/run_list.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/meaning.h"
#include "ui/widgets/what_if_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace soak::ui
{
namespace
{

QString words(const char* english, int count = -1)
{
    return QCoreApplication::translate("StatusLine", english, nullptr, count);
}

const QString kBetween = QStringLiteral(" \u00b7 ");

int missingOf(const SoakRun& run)
{
    int missing = static_cast<int>(run.unreadable.size());
    for (const IterationGap& gap : run.gaps) {
        missing += gap.to - gap.from + 1;
    }
    return missing;
}

// The goal furthest from its target, by the order of its outcome.
const GateResult* worstGoal(const Judgement& judgement)
{
    const auto found = std::ranges::find_if(judgement.goalGates, [](const GateResult& gate) {
        return gate.outcome == GateOutcome::Fail;
    });
    return found != judgement.goalGates.end() ? &*found
           : judgement.goalGates.empty()      ? nullptr
                                              : &judgement.goalGates.front();
}

} // namespace

QString titleOf(const ViewContext& context)
{
    const QString program = QStringLiteral("Soak Workbench");
    const OpenRun* open = context.primary();
    if (open == nullptr) {
        return program;
    }
    const QString id = open->run->info ? QString::fromStdString(open->run->info->runId)
                                       : context.session.nameOf(open->identity);
    const auto badge = activityBadge(*open);
    const QString state = badge ? badge->word : coreWord(stateOf(*open).word);
    return QStringLiteral("%1 \u2014 %2 \u2014 %3").arg(id, state, program);
}

QString runStatus(const ViewContext& context)
{
    const OpenRun* open = context.primary();
    if (open == nullptr) {
        return words(QT_TRANSLATE_NOOP("StatusLine", "No run is open"));
    }
    QStringList parts;
    const int read = static_cast<int>(open->run->table.rowCount());
    parts << words(QT_TRANSLATE_N_NOOP("StatusLine", "%n iteration(s)"), read);
    if (const int missing = missingOf(*open->run); missing > 0) {
        parts.back() += QStringLiteral(", ") +
                        words(QT_TRANSLATE_NOOP("StatusLine", "%1 missing")).arg(missing);
    }
    parts << words(QT_TRANSLATE_NOOP("StatusLine", "window last %1"))
                 .arg(open->judgement->windowIterations.size());
    parts << words(QT_TRANSLATE_NOOP("StatusLine", "point verdict %1"))
                 .arg(coreWord(keyOf(open->judgement->verdict)));
    if (isWhatIf(*open)) {
        parts << whatIfWord();
    }
    const std::size_t others = context.session.runs().size();
    if (others > 1) {
        parts << words(QT_TRANSLATE_N_NOOP("StatusLine", "%n run(s) open"),
                       static_cast<int>(others));
    }
    return parts.join(kBetween);
}

QString cursorStatus(const ViewContext& context)
{
    const OpenRun* open = context.primary();
    const std::optional<int> cursor = context.selection.cursor();
    if (open == nullptr || !cursor) {
        return {};
    }
    QStringList parts{words(QT_TRANSLATE_NOOP("StatusLine", "cursor #%1")).arg(*cursor)};
    if (context.selection.isLocked()) {
        parts.back() += words(QT_TRANSLATE_NOOP("StatusLine", " (locked)"));
    }
    const GateResult* goal = worstGoal(*open->judgement);
    const auto row = open->run->table.rowOf(*cursor);
    const auto metric = goal != nullptr ? metricFromKey(goal->gate.metric) : std::nullopt;
    if (metric && row) {
        parts << QStringLiteral("%1 %2").arg(
            metricTitle(*metric), metricText(open->run->table.at(*metric, *row), *metric));
        parts << words(QT_TRANSLATE_NOOP("StatusLine", "window %1 %2"))
                     .arg(coreWord(aggregateText(goal->gate.aggregate)),
                          metricText(goal->observed, *metric));
    }
    return parts.join(kBetween);
}

QString watchStatus(const ViewContext& context)
{
    const OpenRun* open = context.primary();
    if (open == nullptr) {
        return {};
    }
    switch (open->activity) {
    case RunActivity::Finished:
        return open->run->end ? words(QT_TRANSLATE_NOOP("StatusLine", "finished"))
                              : words(QT_TRANSLATE_NOOP("StatusLine", "no end is recorded"));
    case RunActivity::Running:
        return words(QT_TRANSLATE_NOOP("StatusLine", "writer alive"));
    case RunActivity::Stalled:
        return words(QT_TRANSLATE_NOOP("StatusLine", "stalled, writer alive"));
    case RunActivity::WriterDead:
        return words(QT_TRANSLATE_NOOP("StatusLine", "writer dead: the run can be resumed"));
    case RunActivity::Vanished:
        return words(QT_TRANSLATE_NOOP("StatusLine", "the folder is gone; still watching"));
    case RunActivity::Replaced:
        return words(QT_TRANSLATE_NOOP("StatusLine", "replaced on disk by another run"));
    }
    SOAK_ASSERT(false);
}

} // namespace soak::ui
