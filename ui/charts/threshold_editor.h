// SPDX-License-Identifier: GPL-3.0-or-later
// A threshold typed in place of dragged. Opens over its chart, closes by itself.
#pragma once

#include "ui/charts/chart_scene.h"

#include <QFrame>

class QDoubleSpinBox;
class QLabel;

namespace soak::ui
{

class ThresholdEditor final : public QFrame
{
    Q_OBJECT

public:
    explicit ThresholdEditor(QWidget* parent = nullptr);

    void open(const ChartScene& scene, const ChartThreshold& threshold, QPoint at);

Q_SIGNALS:
    void chosen(double value);

private:
    void choose();

    QLabel* m_title = nullptr;
    QDoubleSpinBox* m_value = nullptr;
};

} // namespace soak::ui
