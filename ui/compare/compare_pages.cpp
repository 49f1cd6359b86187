// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of CompareView: all at once would keep the window for longer than a person should feel.
#include "ui/compare/arms_page.h"
#include "ui/compare/compare_table.h"
#include "ui/compare/compare_view.h"
#include "ui/compare/distributions_page.h"
#include "ui/compare/effects_page.h"
#include "ui/compare/relations_page.h"

#include <QStackedWidget>
#include <QToolButton>

namespace soak::ui
{

void CompareView::makePlaceholders()
{
    m_pages = new QStackedWidget(m_content);
    for (int i = 0; i < kComparePages; ++i) {
        m_pages->addWidget(new QWidget(m_pages)); // until the page is asked for
    }
}

// Born in its place: the style would look anew at each widget of one that is moved there.
QWidget* CompareView::makePage(ComparePage page)
{
    switch (page) {
    case ComparePage::Effects:
        m_effects = new EffectsPage(m_context, m_desk, m_pages);
        connect(m_effects, &EffectsPage::parameterActivated, this, [this](const QString& name) {
            pageWidget(ComparePage::Relations);
            m_relations->showParameter(name);
            showPage(ComparePage::Relations);
        });
        connect(m_details, &QToolButton::toggled, m_effects, &EffectsPage::showDetails);
        connect(m_effects, &EffectsPage::foldChanged, this, &CompareView::showChoice);
        m_effects->showDetails(m_details->isChecked());
        return m_effects;
    case ComparePage::Distributions:
        m_distributions = new DistributionsPage(m_context, m_desk, m_pages);
        return m_distributions;
    case ComparePage::Relations:
        m_relations = new RelationsPage(m_context, m_desk, m_pages);
        connect(m_relations, &RelationsPage::pointActivated, this, &CompareView::goToPoint);
        return m_relations;
    case ComparePage::Table:
        m_table = new CompareTable(m_context, m_desk, m_pages);
        return m_table;
    case ComparePage::Arms:
        break;
    }
    m_arms = new ArmsPage(m_context, m_desk, m_pages);
    return m_arms;
}

QWidget* CompareView::pageWidget(ComparePage page)
{
    const auto index = static_cast<int>(page);
    QWidget* there = m_pages->widget(index);
    if (m_isPageMade.test(static_cast<std::size_t>(index))) {
        return there;
    }
    m_isPageMade.set(static_cast<std::size_t>(index));
    const bool isCurrent = m_pages->currentIndex() == index;
    QWidget* made = makePage(page);
    m_pages->insertWidget(index, made);
    if (isCurrent) {
        m_pages->setCurrentIndex(index);
    }
    m_pages->removeWidget(there);
    delete there;
    if (page == ComparePage::Effects) {
        Q_EMIT effectsMade(m_effects);
        refreshCharts();
    }
    refreshPage(page);
    return made;
}

// Nobody should wait for a page when its tab is clicked.
void CompareView::makeNextPage()
{
    for (int i = 0; i < kComparePages; ++i) {
        if (!m_isPageMade.test(static_cast<std::size_t>(i))) {
            m_context.session.turns().ask(this, [this, i] {
                pageWidget(static_cast<ComparePage>(i));
                makeNextPage();
            });
            return;
        }
    }
}

void CompareView::refreshPages()
{
    for (int i = 0; i < kComparePages; ++i) {
        if (m_isPageMade.test(static_cast<std::size_t>(i))) {
            refreshPage(static_cast<ComparePage>(i));
        }
    }
}

void CompareView::refreshPage(ComparePage page)
{
    switch (page) {
    case ComparePage::Effects:
        m_effects->refreshFacts();
        break;
    case ComparePage::Distributions:
        m_distributions->refresh();
        break;
    case ComparePage::Relations:
        m_relations->refresh();
        break;
    case ComparePage::Table: // its model follows the desk
        break;
    case ComparePage::Arms:
        m_arms->refresh();
        break;
    }
}

void CompareView::refreshCharts()
{
    if (m_effects != nullptr) {
        m_effects->refreshCharts();
    }
}

EffectsPage* CompareView::effects()
{
    pageWidget(ComparePage::Effects);
    return m_effects;
}

CompareTable* CompareView::table()
{
    pageWidget(ComparePage::Table);
    return m_table;
}

ArmsPage* CompareView::arms()
{
    pageWidget(ComparePage::Arms);
    return m_arms;
}

} // namespace soak::ui
