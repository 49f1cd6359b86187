// SPDX-License-Identifier: GPL-3.0-or-later
// Runs held against a baseline: effects, distributions, relations, and a table of all.
#pragma once

#include "core/analysis/explain.h"
#include "ui/compare/compare_desk.h"

#include <QWidget>

#include <bitset>

class QComboBox;
class QSpinBox;
class QStackedLayout;
class QStackedWidget;
class QToolButton;

namespace soak::ui
{

class ArmsPage;
class CompareHeader;
class CompareTable;
class DistributionsPage;
class EffectsPage;
class EmptyState;
class RelationsPage;
class TabBar;

class CompareView final : public QWidget
{
    Q_OBJECT

public:
    CompareView(const ViewContext& context, CompareDesk& desk, QWidget* parent = nullptr);

    void showPage(ComparePage page);
    void showForm(CompareForm form); // of the charts, which are shown

    [[nodiscard]] ComparePage page() const;

    // Each is made when it is first looked at, in a turn after the start, or asked for here.
    [[nodiscard]] EffectsPage* effects();
    [[nodiscard]] CompareTable* table();
    [[nodiscard]] ArmsPage* arms();

    // Two arms are what is looked at, and there is an answer; else the pair is.
    [[nodiscard]] bool isOfArms() const;

    // "" while there is no pair, or it is not worked out yet.
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    // Somebody followed a link; the window knows where it leads.
    void linkActivated(const soak::TextLink& link);
    void folderRequested();  // another run is to be opened
    void summaryRequested(); // to the clipboard
    void reportRequested();  // to a file
    void effectsMade(soak::ui::EffectsPage* page);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    // compare_controls.cpp
    [[nodiscard]] QWidget* makePlaces();
    [[nodiscard]] QWidget* makeControls();
    void connectControls();
    void showChoice();
    void addRun();
    void changeChoice();
    void tellPicked();

    // compare_pages.cpp
    void makePlaceholders();
    [[nodiscard]] QWidget* makePage(ComparePage page);
    QWidget* pageWidget(ComparePage page);
    void makeNextPage();
    void refreshPages(); // those that are made
    void refreshPage(ComparePage page);
    void refreshCharts();

    void placePage(ComparePage page);
    void refresh();
    void goToPoint(const QString& identity, int iteration);

    ViewContext m_context;
    CompareDesk& m_desk;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QWidget* m_content = nullptr;
    CompareHeader* m_header = nullptr;
    TabBar* m_places = nullptr;
    QToolButton* m_add = nullptr;
    QToolButton* m_report = nullptr;
    QToolButton* m_copy = nullptr;
    QToolButton* m_details = nullptr;
    QToolButton* m_columns = nullptr; // of the table
    QComboBox* m_align = nullptr;
    QComboBox* m_window = nullptr;
    QComboBox* m_normalise = nullptr;
    QComboBox* m_form = nullptr;
    QComboBox* m_lines = nullptr;
    QSpinBox* m_offset = nullptr;
    QToolButton* m_picked = nullptr; // lets go of the picked iterations
    QStackedWidget* m_pages = nullptr;
    // nullptr until they are made:
    EffectsPage* m_effects = nullptr;
    DistributionsPage* m_distributions = nullptr;
    RelationsPage* m_relations = nullptr;
    CompareTable* m_table = nullptr;
    ArmsPage* m_arms = nullptr;
    std::bitset<kComparePages> m_isPageMade;
    bool m_isShowing = false; // of the choice: what is set is not asked for
};

} // namespace soak::ui
