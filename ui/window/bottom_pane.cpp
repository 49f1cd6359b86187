// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/bottom_pane.h"

#include "ui/widgets/tab_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QStackedWidget>

namespace soak::ui
{
namespace
{

constexpr int kPageHeight = 118; // a head and three lines, or the form of a run
constexpr int kProgressWidth = 260;

} // namespace

BottomPane::BottomPane(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_tabs(new TabBar(this)), m_pages(new QStackedWidget(this)),
      m_progress(new QProgressBar(this)), m_progressText(new QLabel(this))
{
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->setFixedSize(kProgressWidth, 10);
    m_progress->hide();
    m_progressText->hide();
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 8, 0);
    bar->addWidget(m_tabs);
    bar->addStretch();
    bar->addWidget(m_progress);
    bar->addWidget(m_progressText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int index) {
        if (index >= 0) {
            toggle(index);
        }
    });
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    apply();
}

int BottomPane::add(QWidget* page)
{
    m_pages->addWidget(page);
    m_titles.emplace_back();
    const int index = m_tabs->addTab(QString());
    apply();
    return index;
}

QWidget* BottomPane::place() const
{
    return m_pages;
}

void BottomPane::setTitle(int index, const QString& title, const QString& tip)
{
    m_titles.at(static_cast<std::size_t>(index)).title = title;
    m_tabs->setTabToolTip(index, tip);
    showText(index);
}

void BottomPane::setBadge(int index, std::size_t count)
{
    m_titles.at(static_cast<std::size_t>(index)).badge = count;
    showText(index);
}

void BottomPane::showText(int index)
{
    const Tab& tab = m_titles.at(static_cast<std::size_t>(index));
    const QString text =
        tab.badge == 0 ? tab.title : tab.title + QLatin1Char(' ') + QString::number(tab.badge);
    m_tabs->setTabText(index, text);
    m_tabs->setAccessibleTabName(index, text);
    apply();
}

void BottomPane::toggle(int index)
{
    if (m_isOpen && m_pages->currentIndex() == index) {
        close();
    } else {
        open(index);
    }
}

void BottomPane::open(int index)
{
    m_tabs->setCurrentIndex(index);
    m_pages->setCurrentIndex(index);
    if (!m_isOpen) {
        m_isOpen = true;
        apply();
        Q_EMIT openChanged(true);
    }
}

void BottomPane::close()
{
    if (m_isOpen) {
        m_isOpen = false;
        apply();
        Q_EMIT openChanged(false);
    }
}

int BottomPane::current() const
{
    return m_pages->currentIndex();
}

void BottomPane::apply()
{
    m_pages->setVisible(m_isOpen);
    m_tabs->setChoiceShown(m_isOpen);
    if (m_isOpen) {
        setMinimumHeight(m_tabs->sizeHint().height() + kPageHeight);
        setMaximumHeight(QWIDGETSIZE_MAX);
    } else {
        const int height = m_tabs->sizeHint().height();
        setMinimumHeight(height);
        setMaximumHeight(height);
    }
    updateGeometry();
}

void BottomPane::setProgress(std::optional<double> share, const QString& text)
{
    m_progress->setVisible(share.has_value());
    m_progressText->setVisible(share.has_value());
    if (share) {
        m_progress->setUpdatesEnabled(false); // setValue() paints at once, the whole window with it
        m_progress->setValue(static_cast<int>(*share * 1000));
        m_progress->setUpdatesEnabled(true);
        m_progress->setAccessibleName(text);
        m_progressText->setText(text);
    }
}

QSize BottomPane::sizeHint() const
{
    const int bar = m_tabs->sizeHint().height();
    return {400, m_isOpen ? bar + kPageHeight : bar};
}

} // namespace soak::ui
