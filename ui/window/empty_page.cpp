// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/empty_page.h"

#include "ui/theme/icons.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

constexpr int kButtonWidth = 300;

} // namespace

EmptyPage::EmptyPage(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_title(new QLabel(this)), m_hint(new QLabel(this)),
      m_open(new QPushButton(this)), m_mock(new QPushButton(this)), m_sample(new QPushButton(this))
{
    QFont large = Theme::strongFont();
    large.setPixelSize(18);
    m_title->setFont(large);
    m_title->setAlignment(Qt::AlignCenter);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addSpacing(8);
    for (QPushButton* button : {m_open, m_mock, m_sample}) {
        button->setMinimumWidth(kButtonWidth);
        button->setMinimumHeight(32);
        layout->addWidget(button, 0, Qt::AlignHCenter);
    }
    layout->addSpacing(8);
    layout->addWidget(m_hint);
    layout->addStretch(3);
    m_mock->setDefault(true);
    connect(m_open, &QPushButton::clicked, this, &EmptyPage::openRequested);
    connect(m_mock, &QPushButton::clicked, this, &EmptyPage::mockRequested);
    connect(m_sample, &QPushButton::clicked, this, &EmptyPage::sampleRequested);
    connect(&m_theme, &Theme::changed, this, &EmptyPage::retranslate);
    retranslate();
}

void EmptyPage::setBusy(const QString& text)
{
    m_busy = text;
    retranslate();
}

// What stands out is also what Enter does.
void EmptyPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    const QWidget* focus = window()->focusWidget();
    if (focus == nullptr || !focus->isVisible()) {
        m_mock->setFocus();
    }
}

void EmptyPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_sample != nullptr) {
        retranslate();
    }
}

void EmptyPage::retranslate()
{
    m_title->setText(tr("No run is open"));
    m_open->setText(tr("Open a folder\u2026"));
    m_open->setToolTip(tr("A run directory or a folder above one (Ctrl+O)"));
    m_mock->setText(tr("Run 8 mock iterations"));
    m_mock->setToolTip(tr("A short deterministic run, to see what the workbench does"));
    m_sample->setText(tr("Open the sample"));
    m_sample->setToolTip(tr("A recorded run of 36 iterations"));
    m_open->setIcon(iconOf(Picture::Open, m_theme.tone()));
    m_mock->setIcon(iconOf(Picture::Run, m_theme.tone()));
    m_sample->setIcon(iconOf(Picture::Sample, m_theme.tone()));
    for (QPushButton* button : {m_open, m_mock, m_sample}) {
        button->setAccessibleName(button->text());
    }
    m_hint->setText(m_busy.isEmpty() ? tr("or drop a run folder here") : m_busy);
}

} // namespace soak::ui
