// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/problems_model.h"

#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace soak::ui
{
namespace
{

QString words(const char* english)
{
    return QCoreApplication::translate("ProblemsModel", english);
}

const char* nameOf(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return QT_TRANSLATE_NOOP("ProblemsModel", "note");
    case Severity::Warning:
        return QT_TRANSLATE_NOOP("ProblemsModel", "warning");
    case Severity::Error:
        return QT_TRANSLATE_NOOP("ProblemsModel", "error");
    }
    SOAK_ASSERT(false);
}

// The kind of a finding in words: its key, which the catalogue translates.
QString kindText(FindingKind kind)
{
    QString text = toQString(keyOf(kind));
    text.replace(QLatin1Char('_'), QLatin1Char(' '));
    return coreWord(text.toStdString());
}

struct Column {
    const char* title;
    QString (*text)(const ProblemRow&);
};

constexpr std::array kColumns{
    Column{QT_TRANSLATE_NOOP("ProblemsModel", "Severity"),
           [](const ProblemRow& row) { return words(nameOf(row.severity)); }},
    Column{QT_TRANSLATE_NOOP("ProblemsModel", "What"),
           [](const ProblemRow& row) { return row.what; }},
    Column{QT_TRANSLATE_NOOP("ProblemsModel", "File"),
           [](const ProblemRow& row) { return row.file; }},
    Column{QT_TRANSLATE_NOOP("ProblemsModel", "Reason"),
           [](const ProblemRow& row) { return row.reason; }},
    Column{QT_TRANSLATE_NOOP("ProblemsModel", "Run"),
           [](const ProblemRow& row) { return row.run; }},
};

ProblemRow rowOf(const Finding& finding, const OpenRun& open, const QString& name)
{
    ProblemRow row;
    row.severity = finding.severity;
    row.run = name;
    row.identity = open.identity;
    row.file = QString::fromStdString(finding.file);
    if (!finding.file.empty()) {
        row.path = open.folder / finding.file;
    }
    row.iteration = finding.iteration;
    row.what = kindText(finding.kind);
    row.reason = coreText(finding.text);
    if (!finding.field.empty()) {
        row.reason = QString::fromStdString(finding.field) + QStringLiteral(": ") + row.reason;
    }
    return row;
}

} // namespace

std::vector<ProblemRow> problemRows(const ViewContext& context)
{
    std::vector<ProblemRow> rows;
    const std::vector<Problem>& problems = context.session.problems();
    for (std::size_t i = 0; i < problems.size(); ++i) {
        ProblemRow row;
        row.what = problems[i].title;
        row.reason = coreText(problems[i].error.message);
        row.file = QString::fromStdString(problems[i].error.where);
        row.dismissable = i;
        rows.push_back(std::move(row));
    }
    const auto findings = static_cast<std::ptrdiff_t>(rows.size());
    for (const QString& identity : context.selection.shown()) {
        const OpenRun* open = context.session.find(identity);
        if (open == nullptr) {
            continue;
        }
        const QString name = context.session.nameOf(identity);
        for (const Finding& finding : open->run->findings) {
            rows.push_back(rowOf(finding, *open, name));
        }
    }
    std::stable_sort(
        rows.begin() + findings, rows.end(),
        [](const ProblemRow& a, const ProblemRow& b) { return a.severity > b.severity; });
    return rows;
}

std::size_t countToLookAt(const std::vector<ProblemRow>& rows)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        rows, [](const ProblemRow& row) { return row.severity != Severity::Info; }));
}

void ProblemsModel::setRows(std::vector<ProblemRow> rows)
{
    if (rows != m_rows) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
}

int ProblemsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProblemsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumns.size());
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)) {
        return {};
    }
    const QString text = kColumns.at(static_cast<std::size_t>(index.column()))
                             .text(m_rows.at(static_cast<std::size_t>(index.row())));
    // "ITER_SUMMARY_<k>.json" is no markup.
    return role == Qt::ToolTipRole ? text.toHtmlEscaped() : text;
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return words(kColumns.at(static_cast<std::size_t>(section)).title);
}

} // namespace soak::ui
