// SPDX-License-Identifier: GPL-3.0-or-later
// The overrides of any two iterations or runs side by side, and all of them over the iterations.
#pragma once

#include "core/analysis/explain.h"
#include "core/analysis/ignored_overrides.h"
#include "ui/session/view_context.h"
#include "ui/widgets/filterable.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QStackedLayout;
class QTreeWidget;

namespace soak::ui
{

class ElidedLabel;
class EmptyState;
class FilterLine;
class OverrideHeatMap;
class OverridePicker;
class Section;

class OverridesView final : public QWidget, public Filterable
{
    Q_OBJECT

public:
    explicit OverridesView(const ViewContext& context, QWidget* parent = nullptr);

    // RFC 6902: what makes of A's overrides those of B. Empty when one side has none.
    [[nodiscard]] QString jsonPatch() const;

    void beginFilter() override;

public Q_SLOTS:
    void nextChange();
    void previousChange();
    void copyJsonPatch();

Q_SIGNALS:
    // Somebody followed a link; the window knows where it leads.
    void linkActivated(const soak::TextLink& link);
    void parameterMenuRequested(int iteration, const QString& parameter, QPoint globalAt);

private:
    QWidget* buildPage();
    QWidget* buildTools();
    void showRun();
    void compare();
    QWidget* buildIgnored();
    void fillTree(const OverrideDifferences& differences);
    void sayCount(const OverrideDifferences& differences);
    void step(int by);

    ViewContext m_context;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    OverridePicker* m_a = nullptr;
    OverridePicker* m_b = nullptr;
    QCheckBox* m_onlyDifferences = nullptr;
    QLineEdit* m_ignored = nullptr;
    ElidedLabel* m_count = nullptr;
    QTreeWidget* m_tree = nullptr;
    FilterLine* m_line = nullptr;
    EmptyState* m_noDiff = nullptr;
    QStackedLayout* m_diff = nullptr;
    Section* m_map = nullptr;
    OverrideHeatMap* m_heat = nullptr;
    ElidedLabel* m_noHeat = nullptr;
    QString m_shownRun;
};

} // namespace soak::ui
