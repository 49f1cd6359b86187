// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_view.h"

#include "ui/compare/arm_words.h"
#include "ui/compare/compare_header.h"
#include "ui/compare/compare_words.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/tab_bar.h"

#include <QKeyEvent>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace soak::ui
{

CompareView::CompareView(const ViewContext& context, CompareDesk& desk, QWidget* parent)
    : QWidget(parent), m_context(context), m_desk(desk), m_stack(new QStackedLayout(this)),
      m_empty(new EmptyState(context.theme, this)), m_content(new QWidget(this))
{
    setAccessibleName(tr("Compare"));
    m_content->setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(true);
    m_header = new CompareHeader(context, desk, m_content);
    QWidget* places = makePlaces();
    QWidget* controls = makeControls();
    makePlaceholders();
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(4);
    column->addWidget(places);
    column->addWidget(m_header);
    column->addWidget(controls);
    column->addWidget(m_pages, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
    connectControls();
    connect(&desk, &CompareDesk::changed, this, &CompareView::refresh);
    connect(&desk, &CompareDesk::chartsReady, this, &CompareView::refreshCharts);
    connect(&desk, &CompareDesk::factsReady, this, [this] {
        refresh();
        refreshCharts();
    });
    connect(&desk, &CompareDesk::pageChanged, this, [this] { placePage(m_desk.page()); });
    placePage(desk.page());
    refresh();
    makeNextPage();
}

void CompareView::showEvent(QShowEvent* event)
{
    pageWidget(page());
    QWidget::showEvent(event);
    m_desk.follow();
}

void CompareView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_desk.rest();
}

void CompareView::refresh()
{
    if (m_desk.charts() == nullptr) {
        refreshCharts(); // a closed run is not kept by its charts
    }
    if (m_context.primary() == nullptr) {
        m_empty->setNoRun();
        m_stack->setCurrentIndex(0);
        refreshPages();
        return;
    }
    // The table has something to show of one run, too.
    const bool hasOther = m_context.session.runs().size() > 1;
    if (!m_desk.isPair() && !hasOther) {
        m_empty->setText(tr("Pick a second run"),
                         tr("Choose two runs in the list of runs with Ctrl and a click, then press "
                            "Enter; or open another folder with Ctrl+O. The one with the star is "
                            "the baseline."));
        m_stack->setCurrentIndex(0);
        refreshPages();
        return;
    }
    m_stack->setCurrentIndex(1);
    if (!m_desk.isPair() && page() != ComparePage::Table) {
        placePage(ComparePage::Table); // where another one is picked; it was not chosen
    }
    m_header->refresh();
    showChoice();
    refreshPages();
}

void CompareView::showPage(ComparePage page)
{
    placePage(page);
    m_desk.choosePage(page);
}

void CompareView::placePage(ComparePage page)
{
    const QSignalBlocker blocker(m_places); // only the person's change is a choice
    m_places->setCurrentIndex(static_cast<int>(page));
    if (isVisible()) {
        pageWidget(page);
    }
    m_pages->setCurrentIndex(static_cast<int>(page));
    m_header->setVisible(page != ComparePage::Arms); // which is of the pair
    showChoice();
}

ComparePage CompareView::page() const
{
    return static_cast<ComparePage>(m_pages->currentIndex());
}

bool CompareView::isOfArms() const
{
    const FactsRef& facts = m_desk.facts();
    return page() == ComparePage::Arms && facts && facts->arms.comparison &&
           m_desk.areFactsUpToDate();
}

QString CompareView::summary() const
{
    const FactsRef& facts = m_desk.facts();
    if (isOfArms()) {
        return armSummaryText(*facts, m_context.session);
    }
    return facts && m_desk.isPair() && m_desk.areFactsUpToDate()
               ? compareSummaryText(*facts, m_desk, m_context.session)
               : QString();
}

// The iteration of that run, where one run is looked at.
void CompareView::goToPoint(const QString& identity, int iteration)
{
    m_context.selection.setPrimary(identity);
    TextLink link;
    link.kind = LinkKind::Iteration;
    link.iteration = iteration;
    Q_EMIT linkActivated(link);
}

void CompareView::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    switch (isPlain ? event->key() : 0) {
    case Qt::Key_BracketLeft:
        m_desk.stepCandidate(-1);
        return;
    case Qt::Key_BracketRight:
        m_desk.stepCandidate(1);
        return;
    case Qt::Key_S:
        m_desk.starCandidate();
        return;
    case Qt::Key_Insert:
        addRun();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace soak::ui
