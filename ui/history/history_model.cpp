// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_model.h"

#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/meaning.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace soak::ui
{

namespace
{

// Goals in the order of goalMetrics().
std::optional<std::size_t> goalOf(HistoryColumn column)
{
    switch (column) {
    case HistoryColumn::Maker:
        return 0;
    case HistoryColumn::P95:
        return 1;
    case HistoryColumn::Risk:
        return 2;
    case HistoryColumn::Net:
        return 3;
    default:
        return std::nullopt;
    }
}

QString wordsOf(const HistoryRun& run)
{
    QStringList words;
    for (const std::string& release : run.releases) {
        words << QStringLiteral("\u25bd") + toQString(release);
    }
    for (const std::string& tag : run.row.tags) {
        words << toQString(tag);
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

QString sortWord(HistoryColumn column)
{
    switch (column) {
    case HistoryColumn::Name:
        return QStringLiteral("name");
    case HistoryColumn::Started:
        return QStringLiteral("started");
    case HistoryColumn::Verdict:
        return QStringLiteral("verdict");
    case HistoryColumn::Maker:
        return QStringLiteral("maker");
    case HistoryColumn::P95:
        return QStringLiteral("p95");
    case HistoryColumn::Risk:
        return QStringLiteral("risk");
    case HistoryColumn::Net:
        return QStringLiteral("net");
    case HistoryColumn::Iterations:
        return QStringLiteral("iterations");
    case HistoryColumn::Engine:
        return QStringLiteral("engine");
    case HistoryColumn::Problems:
        return QStringLiteral("problems");
    case HistoryColumn::Decision:
    case HistoryColumn::Words:
        break;
    }
    return {};
}

Meaning meaningOf(const HistoryRun& run)
{
    return run.row.figures ? meaningOf(run.row.figures->verdict) : Meaning::NoData;
}

QString verdictText(const HistoryRun& run)
{
    return run.row.figures ? coreWord(keyOf(run.row.figures->verdict))
                           : HistoryModel::tr("unreadable");
}

QString startedText(std::optional<EpochMs> startedMs)
{
    return startedMs ? QDateTime::fromMSecsSinceEpoch(*startedMs, QTimeZone::utc())
                           .toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                     : QStringLiteral("\u2014");
}

void HistoryModel::setFacts(HistoryFactsRef facts)
{
    beginResetModel();
    m_facts = std::move(facts);
    endResetModel();
}

void HistoryModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kHistoryColumns - 1);
}

const HistoryRun* HistoryModel::runAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_facts->page.runs[static_cast<std::size_t>(row)]
                                        : nullptr;
}

int HistoryModel::rowOf(std::int64_t number) const
{
    if (!m_facts) {
        return -1;
    }
    const auto& runs = m_facts->page.runs;
    const auto found = std::ranges::find(runs, number, &HistoryRun::number);
    return found == runs.end() ? -1 : static_cast<int>(found - runs.begin());
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_facts ? 0 : static_cast<int>(m_facts->page.runs.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kHistoryColumns;
}

QString HistoryModel::textOf(const HistoryRun& run, HistoryColumn column)
{
    const RunRow& row = run.row;
    if (const auto goal = goalOf(column)) {
        return metricText(row.figures ? row.figures->values[*goal] : std::nullopt,
                          goalMetrics()[*goal]);
    }
    switch (column) {
    case HistoryColumn::Name: {
        // As `soak history list` calls it, the chart below, and the order by name.
        const QString name = toQString(row.name);
        return run.version > 1 ? tr("%1 (version %2)").arg(name).arg(run.version) : name;
    }
    case HistoryColumn::Started:
        return startedText(row.startedMs);
    case HistoryColumn::Verdict:
        return verdictText(run);
    case HistoryColumn::Iterations:
        return row.figures ? QString::number(row.figures->iterationsRead)
                           : QStringLiteral("\u2014");
    case HistoryColumn::Engine:
        return row.scenario.empty() ? toQString(row.engine)
                                    : toQString(row.engine + ", " + row.scenario);
    case HistoryColumn::Decision:
        return run.decision ? coreWord(*run.decision) : QString();
    case HistoryColumn::Words:
        return wordsOf(run);
    default:
        return row.figures ? QString::number(row.figures->problems) : QStringLiteral("\u2014");
    }
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    const HistoryRun* run = index.isValid() ? runAt(index.row()) : nullptr;
    if (run == nullptr) {
        return {};
    }
    const auto column = static_cast<HistoryColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return textOf(*run, column);
    case Qt::ToolTipRole:
        return run->row.whyUnreadable.empty()
                   ? textOf(*run, column) + QLatin1Char('\n') + toQString(shownName(run->row)) +
                         QLatin1Char('\n') + toQString(run->row.folder)
                   : coreText(run->row.whyUnreadable);
    case Qt::TextAlignmentRole: {
        const bool isNumber = goalOf(column) || column == HistoryColumn::Iterations ||
                              column == HistoryColumn::Problems;
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case RunRole:
        return QVariant::fromValue(run);
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const auto column = static_cast<HistoryColumn>(section);
    if (const auto goal = goalOf(column)) {
        return metricTitleWithUnit(goalMetrics()[*goal]);
    }
    switch (column) {
    case HistoryColumn::Name:
        return tr("Run");
    case HistoryColumn::Started:
        return tr("Started (UTC)");
    case HistoryColumn::Verdict:
        return tr("Verdict");
    case HistoryColumn::Iterations:
        return tr("Iterations");
    case HistoryColumn::Engine:
        return tr("Engine");
    case HistoryColumn::Decision:
        return tr("Decision");
    case HistoryColumn::Words:
        return tr("Releases, tags");
    default:
        return tr("Problems");
    }
}

} // namespace soak::ui
