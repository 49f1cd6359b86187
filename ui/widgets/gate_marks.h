// SPDX-License-Identifier: GPL-3.0-or-later
// Small painted parts of a gate tile.
#pragma once

#include "core/analysis/gate_inputs.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace soak::ui
{

// One mark per iteration of the window: a full box (met), an open one with a stroke (broke), a dash
// (missing). A window of more than kMostMarks shows its newest ones.
class WindowMarks final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kMostMarks = 16;

    explicit WindowMarks(const Theme& theme, QWidget* parent = nullptr);

    void setInputs(std::vector<GateInput> inputs);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::vector<GateInput> m_inputs;
};

// The value beside its threshold: a bar from the threshold to the value, to the right where it is
// met, to the left where it is missed; full length is the threshold itself.
class MarginBar final : public QWidget
{
    Q_OBJECT

public:
    explicit MarginBar(const Theme& theme, QWidget* parent = nullptr);

    void setResult(const GateResult& result);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::optional<double> m_margin;
    double m_full = 1;
    Meaning m_meaning = Meaning::NoData;
};

} // namespace soak::ui
