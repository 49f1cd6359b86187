// SPDX-License-Identifier: GPL-3.0-or-later
// The history: every remembered run, asked by the query language of the list of runs, and one KPI
// over them.
#pragma once

#include "ui/history/history_desk.h"
#include "ui/widgets/filterable.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QStackedLayout;
class QToolButton;

namespace soak::ui
{

class ElidedLabel;
class EmptyState;
class HistoryTable;
class KpiChart;

// As in the table of actions.
inline constexpr const char* kTagKeys = "Ctrl+Alt+T";
inline constexpr const char* kReleaseKeys = "Ctrl+Alt+R";
inline constexpr const char* kNoteKeys = "Ctrl+Alt+N";
inline constexpr const char* kDecideKeys = "Ctrl+Alt+D";
inline constexpr const char* kHistoryCommandKeys = "Ctrl+Alt+C";

enum class HistoryForm { Text, Csv };

class HistoryView final : public QWidget, public Filterable
{
    Q_OBJECT

public:
    HistoryView(const ViewContext& context, HistoryDesk& desk, QWidget* parent = nullptr);
    ~HistoryView() override;

    [[nodiscard]] HistoryTable* table() const { return m_table; }

    [[nodiscard]] KpiChart* chart() const { return m_chart; }

    [[nodiscard]] QLineEdit* filter() const { return m_filter; }

    [[nodiscard]] QComboBox* metricBox() const { return m_metric; }

    // "37 of 214 runs", or what is wrong with the filter.
    [[nodiscard]] QString countText() const;
    // The chosen run: which it is, why it has its verdict, what people said.
    [[nodiscard]] QString detailText() const;
    [[nodiscard]] QString whyText() const;
    [[nodiscard]] QString saidText() const;

    void beginFilter() override;

    // What can be said about the chosen runs now; a decision about one at a time.
    [[nodiscard]] bool canSay(SayingKind kind) const;
    void say(SayingKind kind); // opens the editor

Q_SIGNALS:
    void openRequested(const QStringList& folders);    // several: to be compared
    void importRequested();                            // a folder is to be picked
    void commandRequested(soak::ui::HistoryForm form); // the line that prints the list
    void told(const QString& text);                    // for the person
    void chosenChanged();                              // canSay()

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* makeBar();
    void retranslate();
    void refresh();
    void showDetail();
    void askAgain();
    void askInOrder(const QString& sort);
    void openChosen();
    void showMenu(QPoint at); // in the table's viewport
    void fillOrders(QMenu& menu);
    void addSayings(QMenu& menu);
    void copyFolders();
    void fillTakeBack(QMenu& menu);
    void explainEmpty();
    [[nodiscard]] bool isNothingRemembered() const;

    ViewContext m_context;
    HistoryDesk& m_desk;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QWidget* m_content = nullptr;
    QLineEdit* m_filter = nullptr;
    QLabel* m_count = nullptr;
    QToolButton* m_import = nullptr;
    QToolButton* m_emptyImport = nullptr;
    QToolButton* m_again = nullptr; // of a history that cannot be read
    QToolButton* m_open = nullptr;
    QToolButton* m_more = nullptr;
    QLabel* m_metricTitle = nullptr;
    QComboBox* m_metric = nullptr;
    HistoryTable* m_table = nullptr;
    KpiChart* m_chart = nullptr;
    QLabel* m_problem = nullptr;     // with the filter
    ElidedLabel* m_detail = nullptr; // which run
    QLabel* m_why = nullptr;         // its verdict
    ElidedLabel* m_saidText = nullptr;
    QTimer m_typed; // asks when the person pauses
};

} // namespace soak::ui
