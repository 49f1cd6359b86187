// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/inspector_effects.h"

#include "core/report/report_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/gate_words.h"
#include "ui/widgets/ink_label.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

constexpr int kEffectColumns = 3; // title, expected, seen
constexpr int kLeastNumber = 64;

QString changeOf(Metric metric, std::optional<double> change)
{
    const QString number = localNumber(metricNumber(metric, change));
    return change && *change > 0 ? QLatin1Char('+') + number : number;
}

QString basisText(EffectBasis basis)
{
    switch (basis) {
    case EffectBasis::Whole:
        return {};
    case EffectBasis::Part:
        return InspectorEffects::tr("Not all of the changes that it is about was applied.");
    case EffectBasis::Nothing:
        return InspectorEffects::tr("None of the changes that it is about was applied.");
    }
    return {};
}

} // namespace

InspectorEffects::InspectorEffects(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout), m_note(new QLabel)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(0, 1);
    layout->addLayout(m_grid);
    m_note->setFont(Theme::smallFont());
    m_note->setWordWrap(true);
    layout->addWidget(m_note);
}

ElidedLabel* InspectorEffects::labelAt(int row, int column)
{
    while (m_labels.size() <= static_cast<std::size_t>(row * kEffectColumns + column)) {
        const int next = static_cast<int>(m_labels.size());
        const bool isTitle = next % kEffectColumns == 0;
        ElidedLabel* label = inkLabel(m_theme, next < kEffectColumns ? Ink::Muted : Ink::Text, {},
                                      isTitle ? Theme::smallFont() : Theme::numberFont());
        label->setAlignment((isTitle ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        label->setMinimumWidth(isTitle ? 0 : kLeastNumber);
        m_grid->addWidget(label, next / kEffectColumns, next % kEffectColumns);
        m_labels.push_back(label);
    }
    return m_labels[static_cast<std::size_t>(row * kEffectColumns + column)];
}

void InspectorEffects::setEffects(const ExpectedEffects& effects)
{
    QStringList lines;
    const auto fill = [&](int row, const QStringList& cells) {
        for (int column = 0; column < kEffectColumns; ++column) {
            labelAt(row, column)->setText(cells.at(column));
            labelAt(row, column)->show();
        }
        lines << cells.join(QLatin1Char(' '));
    };
    fill(0, {tr("#%1 less #%2").arg(effects.iteration + 1).arg(effects.iteration), tr("expected"),
             tr("seen")});
    int row = 0;
    for (const EffectRow& effect : effects.rows) {
        fill(++row, {metricTitleWithUnit(effect.metric), changeOf(effect.metric, effect.expected),
                     changeOf(effect.metric, effect.seen())});
    }
    for (std::size_t i = static_cast<std::size_t>(row + 1) * kEffectColumns; i < m_labels.size();
         ++i) {
        m_labels[i]->hide();
    }
    const QString noise =
        effects.hasNext
            ? tr("What was seen includes the noise of both iterations: one difference is no proof.")
            : tr("Iteration %1 is not there yet.").arg(effects.iteration + 1);
    const QString basis = basisText(effects.basis);
    m_note->setText(basis.isEmpty() ? noise : basis + QLatin1Char(' ') + noise);
    m_text = lines.join(QLatin1Char('\n')) + QLatin1Char('\n') + m_note->text();
    setAccessibleName(tr("Effects expected by the tuner"));
    setAccessibleDescription(m_text);
}

QString InspectorEffects::text() const
{
    return m_text;
}

} // namespace soak::ui
