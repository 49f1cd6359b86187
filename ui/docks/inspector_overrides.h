// SPDX-License-Identifier: GPL-3.0-or-later
// The overrides of an iteration as a tree by group: before, change, after, and what became of it.
#pragma once

#include "core/analysis/override_rows.h"
#include "ui/theme/theme.h"

#include <QTreeWidget>

#include <vector>

namespace soak::ui
{

class InspectorOverrides final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit InspectorOverrides(const Theme& theme, QWidget* parent = nullptr);

    void setRows(const std::vector<OverrideRow>& rows);

    // Of the chosen row; "" without one.
    [[nodiscard]] QString currentPath() const;
    [[nodiscard]] QString currentValues() const; // "77 +5 82": before, change, after

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void parameterActivated(const QString& path);
    void menuRequested(const QString& parameter, QPoint globalAt);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void fitColumns();

    const Theme& m_theme;
};

} // namespace soak::ui
