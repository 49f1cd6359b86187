// SPDX-License-Identifier: GPL-3.0-or-later
// The runs: which there are, which are drawn, how each was judged. The list comes from the open
// runs and from what the window found in their folders.
#pragma once

#include "ui/models/runs_model.h"
#include "ui/widgets/filterable.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QMenu;
class QTableView;
class QToolButton;
class QVBoxLayout;

namespace soak::ui
{

struct Explanation;

class RunsPanel final : public QWidget, public Filterable
{
    Q_OBJECT

public:
    RunsPanel(const ViewContext& context, std::optional<qint64> lastVisitMs,
              QWidget* parent = nullptr);

    void setFound(std::vector<RunListItem> found);
    // Dot and name alone (UX 2.1, below 1200 px).
    void setNarrow(bool isNarrow);
    void beginFilter() override;
    // Where the watched folder stands, its whole path, and what of it was not read: "" = all was.
    void setWatchText(const QString& text, const QString& detail, const QString& unread);
    void clearFilter(); // every run is listed again

    [[nodiscard]] QTableView& table() { return *m_table; }

    [[nodiscard]] const RunsModel& model() const { return *m_model; }

Q_SIGNALS:
    void openRequested(const QString& folder);
    void noteRequested(const QString& identity);
    void problemsRequested();
    void filterTextChanged(const QString& text);

public:
    // What the filter keeps, as somebody who knows the grammar says; an error text shows below the
    // field.
    void setFilter(RunsProxy::Filter filter, const QString& error);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildTable();
    void retranslate();
    void refresh();
    void buildChips(QVBoxLayout& layout);
    void pressChip(const QString& word, bool isOn);
    void showHeader();
    void showFilterHint();
    void showFilterNote();
    void sizeColumns();
    void clicked(const QModelIndex& index);
    void pointAt(const QEvent& event);
    void activate(const QModelIndex& index);
    void showMenu(const QPoint& at);
    void fillMenu(QMenu& menu, const RunListItem& item);
    void addNoteEntry(QMenu& menu, const QString& identity);
    void addArmEntries(QMenu& menu, const RunListItem& item);
    void setShown(const RunListItem& item, bool isShown);
    void setBaseline(const QString& identity);
    void overlaySelected();
    [[nodiscard]] const RunListItem* itemAt(const QModelIndex& index) const;
    [[nodiscard]] const RunListItem* current() const;
    [[nodiscard]] std::optional<Explanation> explanation() const;

    ViewContext m_context;
    std::optional<qint64> m_lastVisitMs;
    std::vector<RunListItem> m_found;
    RunsModel* m_model = nullptr;
    RunsProxy* m_proxy = nullptr;
    QLabel* m_title = nullptr;
    QToolButton* m_since = nullptr;
    QLineEdit* m_filter = nullptr;
    QWidget* m_chips = nullptr;
    std::vector<QToolButton*> m_chipButtons; // in the order of their words
    QLabel* m_filterNote = nullptr;
    QToolButton* m_clear = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_watchTitle = nullptr;
    QLabel* m_watch = nullptr;
    QLabel* m_unread = nullptr;
    QString m_filterError;
    bool m_isNarrow = false;
    bool m_onlyNew = false;
    RunsProxy::Filter m_byText;
};

} // namespace soak::ui
