// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/about_sim.h"

#include "core/sim/sim_limits.h"
#include "ui/theme/numbers.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace soak::ui
{

AboutSim::AboutSim(QWidget* parent)
    : QWidget(parent), m_evidence(new QLabel), m_toggle(new QToolButton), m_limits(new QLabel)
{
    for (QLabel* label : {m_evidence, m_limits}) {
        label->setFont(Theme::smallFont());
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_evidence);
    layout->addWidget(m_toggle, 0, Qt::AlignLeft);
    layout->addWidget(m_limits);
    connect(m_toggle, &QToolButton::toggled, this, &AboutSim::setUnfolded);
    setUnfolded(false);
    retranslate();
}

void AboutSim::setUnfolded(bool isUnfolded)
{
    m_toggle->setChecked(isUnfolded);
    m_toggle->setArrowType(isUnfolded ? Qt::DownArrow : Qt::RightArrow);
    m_limits->setVisible(isUnfolded);
}

void AboutSim::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void AboutSim::retranslate()
{
    m_evidence->setText(coreWord(simEvidence()));
    m_toggle->setText(tr("What it does not do"));
    m_toggle->setToolTip(tr("The known limits of the simulated market"));
    QStringList lines;
    for (const std::string_view limit : simLimits()) {
        lines << QStringLiteral("\u2022 ") + coreWord(limit);
    }
    m_limits->setText(lines.join(QLatin1Char('\n')));
}

} // namespace soak::ui
