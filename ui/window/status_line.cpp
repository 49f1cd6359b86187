// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_line.h"

#include "core/analysis/number_sources.h"
#include "ui/models/run_list.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/explainer.h"
#include "ui/widgets/meaning.h"
#include "ui/widgets/what_if_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <set>

namespace soak::ui
{
namespace
{

QString words(const char* english, int count = -1)
{
    return QCoreApplication::translate("StatusLine", english, nullptr, count);
}

const QString kBetween = QStringLiteral(" \u00b7 ");

// "02:41" of today, else with its day.
QString timeText(std::optional<qint64> atMs)
{
    if (!atMs) {
        return {};
    }
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(*atMs);
    const bool isToday = at.date() == QDate::currentDate();
    return QLocale().toString(at,
                              isToday ? QStringLiteral("HH:mm") : QStringLiteral("d MMM HH:mm"));
}

// The end of the path: its name alone would often be "latest".
QString folderText(const fs::path& folder)
{
    constexpr int kMostNames = 3;
    QStringList names;
    for (fs::path at = folder; at.has_relative_path() && names.size() < kMostNames;
         at = at.parent_path()) {
        names.prepend(QString::fromStdString(pathText(at.filename())));
    }
    return names.join(QLatin1Char('/'));
}

// Iterations that are lost, ascending, at most `most`; true: its file is there and unreadable.
std::vector<std::pair<int, bool>> lostOf(const SoakRun& run, std::size_t most)
{
    std::set<std::pair<int, bool>> lost;
    for (std::size_t i = 0; i < std::min(most, run.unreadable.size()); ++i) {
        lost.emplace(run.unreadable[i], true);
    }
    std::size_t left = most;
    for (const IterationGap& gap : run.gaps) {
        for (int k = gap.from; k <= gap.to && left > 0; ++k, --left) {
            lost.emplace(k, false);
        }
    }
    return {lost.begin(), lost.end()};
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
    if (const auto missing = static_cast<int>(lostCount(*open->run)); missing > 0) {
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
    const GateResult* goal = leastGoal(*open->judgement);
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

namespace
{

QString activityText(const OpenRun& open)
{
    const QString time = timeText(open.lastFileMs);
    switch (open.activity) {
    case RunActivity::Finished:
        return open.run->end ? words(QT_TRANSLATE_NOOP("StatusLine", "finished %1")).arg(time)
                             : words(QT_TRANSLATE_NOOP("StatusLine", "no end is recorded"));
    case RunActivity::Running:
        return words(QT_TRANSLATE_NOOP("StatusLine", "writer alive, last file %1")).arg(time);
    case RunActivity::Stalled:
        return words(QT_TRANSLATE_NOOP("StatusLine", "stalled since %1, writer alive")).arg(time);
    case RunActivity::WriterDead:
        return words(QT_TRANSLATE_NOOP("StatusLine", "writer dead: the run can be resumed"));
    case RunActivity::Vanished:
        return words(QT_TRANSLATE_NOOP("StatusLine", "the folder is gone; still watching"));
    case RunActivity::Replaced:
        return words(QT_TRANSLATE_NOOP("StatusLine", "replaced on disk by another run"));
    }
    SOAK_ASSERT(false);
}

} // namespace

QString watchStatus(const ViewContext& context)
{
    const OpenRun* open = context.primary();
    return open == nullptr ? QString()
                           : folderText(open->folder) + kBetween + activityText(*open).trimmed();
}

QString unreadStatus(const ViewContext& context)
{
    constexpr std::size_t kMostNamed = 3;
    const OpenRun* open = context.primary();
    const std::size_t lost = open == nullptr ? 0 : lostCount(*open->run);
    if (lost == 0) {
        return {};
    }
    QStringList named;
    std::vector<std::pair<int, bool>> some = lostOf(*open->run, kMostNamed);
    some.resize(std::min(some.size(), kMostNamed));
    for (const auto& [iteration, isUnreadable] : some) {
        named << (isUnreadable ? words(QT_TRANSLATE_NOOP("StatusLine", "#%1 unreadable"))
                               : words(QT_TRANSLATE_NOOP("StatusLine", "#%1 missing")))
                     .arg(iteration);
    }
    if (lost > some.size()) {
        named << words(QT_TRANSLATE_NOOP("StatusLine", "%1 more")).arg(lost - some.size());
    }
    return words(QT_TRANSLATE_NOOP("StatusLine", "%1 not read: %2"))
               .arg(lost)
               .arg(named.join(QStringLiteral(", "))) +
           QStringLiteral(" (<a href=\"problems\">%1</a>)")
               .arg(words(QT_TRANSLATE_NOOP("StatusLine", "Problems")));
}

void explainStatus(const ViewContext& context, ElidedLabel& run, ElidedLabel& cursor)
{
    run.setFocusPolicy(Qt::TabFocus);
    cursor.setFocusPolicy(Qt::TabFocus);
    new Explainer(&run, [context, &run](const QWidget*) -> std::optional<Explanation> {
        const OpenRun* open = context.primary();
        if (open == nullptr) {
            return std::nullopt;
        }
        return Explanation{.title = context.session.nameOf(open->identity),
                           .value = run.text(),
                           .formula = countsSource(*open->judgement)};
    });
    new Explainer(&cursor, [context, &cursor](const QWidget*) -> std::optional<Explanation> {
        const OpenRun* open = context.primary();
        const std::optional<int> at = context.selection.cursor();
        const GateResult* goal = open != nullptr ? leastGoal(*open->judgement) : nullptr;
        const auto metric = goal != nullptr ? metricFromKey(goal->gate.metric) : std::nullopt;
        if (!metric || !at) {
            return std::nullopt;
        }
        Explanation explanation = explanationOf(*open->judgement, *goal);
        explanation.value = cursor.text();
        explanation.target.clear();
        const auto row = open->run->table.rowOf(*at);
        for (Sentence& source : valueSource(*metric, *at, row.has_value())) {
            explanation.formula.push_back(std::move(source));
        }
        return explanation;
    });
}

} // namespace soak::ui
