// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/differing_overrides.h"

#include "ui/release/cells_table.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/ink_label.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr int kMostHeight = 290; // seven rows and their titles
constexpr int kCompactRow = 24;
constexpr int kDeltaDecimals = 12; // as the core leaves them, without the zeros at the end

QString deltaShown(std::optional<double> delta)
{
    if (!delta) {
        return {};
    }
    QString text = signedText(*delta, kDeltaDecimals);
    while (text.endsWith(QLatin1Char('0'))) {
        text.chop(1);
    }
    if (!text.isEmpty() && !text.back().isDigit()) {
        text.chop(1);
    }
    return text;
}

QString valueShown(const std::optional<std::string>& value)
{
    return value ? toQString(*value) : numberText(std::nullopt, 0);
}

} // namespace

DifferingOverrides::DifferingOverrides(const Theme& theme, CompareDesk& desk, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_desk(desk)
{
    m_title = inkLabel(theme, Ink::Text, {}, Theme::strongFont());
    m_table = new CellsTable(
        theme, tr("Overrides that differ"),
        {tr("parameter"), QStringLiteral("A"), QStringLiteral("B"), tr("B \u2212 A"), tr("since")},
        0, this);
    m_table->setRowHeight(kCompactRow);
    m_equal = new QToolButton(this);
    m_equal->setAutoRaise(true);
    m_equal->setCheckable(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_table);
    column->addWidget(m_equal, 0, Qt::AlignLeft);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(m_equal, &QToolButton::toggled, this, &DifferingOverrides::refresh);
    connect(m_table, &CellsTable::rowActivated, this, [this](int row) {
        Q_EMIT parameterActivated(m_names.at(static_cast<std::size_t>(row)));
    });
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

// What the other runs have is said with the name.
std::vector<Cell> DifferingOverrides::cellsOf(const RunsOverride& row) const
{
    QStringList all{toQString(row.path)};
    for (std::size_t run = 0; run < row.values.size(); ++run) {
        all << tr("%1: %2").arg(m_desk.labelOf(m_desk.facts()->runs[run].identity),
                                valueShown(row.values[run]));
    }
    return {Cell{toQString(row.name), all.join(QLatin1Char('\n'))}, Cell{valueShown(row.values[0])},
            Cell{valueShown(row.values[1])}, Cell{deltaShown(row.deltas[1])},
            Cell{row.since ? QStringLiteral("#%1").arg(*row.since) : QString()}};
}

void DifferingOverrides::refresh()
{
    const FactsRef& facts = m_desk.facts();
    const bool isKnown = facts && facts->comparison && !facts->comparison->overrides.rows.empty();
    const RunsOverrides none;
    const RunsOverrides& overrides = isKnown ? facts->comparison->overrides : none;
    CellRows rows;
    m_names.clear();
    for (const bool isOfPair : {true, false}) { // first those in which the two differ
        for (const RunsOverride& one : overrides.rows) {
            if ((one.differs || m_equal->isChecked()) &&
                isOfPair == (one.values[0] != one.values[1])) {
                rows.push_back(cellsOf(one));
                m_names.push_back(toQString(one.name));
            }
        }
    }
    const std::size_t equal = overrides.rows.size() - overrides.differing;
    m_title->setText(isKnown ? tr("Overrides that differ (%1 of %2)")
                                   .arg(overrides.differing)
                                   .arg(overrides.rows.size())
                             : tr("Overrides that differ: none are recorded"));
    m_equal->setVisible(equal > 0);
    m_equal->setText(m_equal->isChecked()
                         ? tr("Hide %n equal parameter(s)", nullptr, static_cast<int>(equal))
                         : tr("Show %n equal parameter(s)", nullptr, static_cast<int>(equal)));
    m_equal->setToolTip(m_equal->text());
    m_table->setVisible(!rows.empty());
    m_table->setRows(std::move(rows));
    m_table->fitHeight();
    m_table->setMinimumHeight(std::min(m_table->sizeHint().height(), kMostHeight));
}

void DifferingOverrides::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(Ink::Border), 1));
    painter.setBrush(m_theme.colour(Ink::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

} // namespace soak::ui
