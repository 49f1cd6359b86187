// SPDX-License-Identifier: GPL-3.0-or-later
// What the person looks at: runs, iteration, marks, range. One a window; all docks and views agree
// through it. Setting an equal value emits nothing, so there is no echo. GUI thread only.
#pragma once

#include <QObject>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace soak::ui
{

// Iterations from `from` to `to`, both inclusive; fractions while zooming.
struct ViewRange {
    double from = 0;
    double to = 0;
    bool operator==(const ViewRange&) const = default;
};

// Iterations that were picked by their values; they stand out wherever iterations are shown.
struct Picked {
    QString what;                                   // by which values, for people
    std::map<QString, std::vector<int>> iterations; // by run; ascending, none of them empty
    bool operator==(const Picked&) const = default;

    [[nodiscard]] std::size_t count() const;
};

class Selection final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Identities (SoakRun::identity) of the runs drawn, the primary among them, in the order they
    // were added. Removing the primary makes the first of the rest primary.
    [[nodiscard]] const QStringList& shown() const { return m_shown; }

    [[nodiscard]] const QString& primary() const { return m_primary; } // "" = none

    [[nodiscard]] const QString& baseline() const { return m_baseline; } // "" = none

    // The run that stands out from the others everywhere; "" = none does.
    [[nodiscard]] const QString& highlighted() const { return m_highlighted; }

    // More lines than these are not told apart by anybody; tables take as many as there are.
    static constexpr qsizetype kMostShown = 32;

    [[nodiscard]] bool isFull() const { return m_shown.size() >= kMostShown; }

    [[nodiscard]] std::optional<int> cursor() const { return m_cursor; }

    [[nodiscard]] bool isLocked() const { return m_isLocked; }

    [[nodiscard]] std::optional<int> markA() const { return m_markA; }

    [[nodiscard]] std::optional<int> markB() const { return m_markB; }

    [[nodiscard]] std::optional<ViewRange> range() const { return m_range; } // nullopt = all

    // Shows it too; when as many are drawn as can be, the one drawn last before it goes.
    void setPrimary(const QString& identity);
    // One more than can be drawn is refused: full().
    void setShown(const QString& identity, bool isShown);
    void setBaseline(const QString& identity);
    void highlight(const QString& identity);
    void forget(const QString& identity); // a closed run

    void hover(std::optional<int> iteration);     // of the pointer: nothing while locked
    void setCursor(std::optional<int> iteration); // by key or click: moves a locked one too
    void setLocked(bool isLocked);
    void setMarkA(std::optional<int> iteration);
    void setMarkB(std::optional<int> iteration);

    [[nodiscard]] const Picked& picked() const { return m_picked; }

    void pick(Picked picked); // {}: none

    // Keeps the previous range for previousRange(). An empty or reversed range is refused.
    void setRange(std::optional<ViewRange> range);
    // The same movement goes on (a drag, a turning wheel, a live run that grows): previousRange()
    // leads to where it began.
    void moveRange(std::optional<ViewRange> range);
    void previousRange();

    [[nodiscard]] bool hasPreviousRange() const { return !m_ranges.empty(); }

Q_SIGNALS:
    void primaryChanged();
    void shownChanged();
    void baselineChanged();
    void highlightChanged();
    void full();          // another run was to be drawn
    void cursorChanged(); // or its lock
    void marksChanged();
    void rangeChanged();
    void pickedChanged();

private:
    static constexpr std::size_t kMostRanges = 100;

    QStringList m_shown;
    QString m_primary;
    QString m_baseline;
    QString m_highlighted;
    std::optional<int> m_cursor;
    bool m_isLocked = false;
    std::optional<int> m_markA;
    std::optional<int> m_markB;
    std::optional<ViewRange> m_range;
    Picked m_picked;
    std::vector<std::optional<ViewRange>> m_ranges;
};

} // namespace soak::ui
