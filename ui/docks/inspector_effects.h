// SPDX-License-Identifier: GPL-3.0-or-later
// What the tuner expected of its changes, and what the next iteration showed.
#pragma once

#include "core/analysis/expected_effects.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace soak::ui
{

class ElidedLabel;

class InspectorEffects final : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorEffects(const Theme& theme, QWidget* parent = nullptr);

    void setEffects(const ExpectedEffects& effects);

    // What it says, a line a row: for assistive tools.
    [[nodiscard]] QString text() const;

private:
    ElidedLabel* labelAt(int row, int column);

    const Theme& m_theme;
    QGridLayout* m_grid = nullptr;
    std::vector<ElidedLabel*> m_labels; // row by row, the heading first
    QLabel* m_note = nullptr;
    QString m_text;
};

} // namespace soak::ui
