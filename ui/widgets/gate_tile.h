// SPDX-License-Identifier: GPL-3.0-or-later
// One row of the gate profile as a card: title, value, target, a mark per iteration of the window.
// A button: pressed it leads to the worst iteration; F1 asks where the number comes from.
#pragma once

#include "core/analysis/gate_inputs.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

#include <memory>
#include <vector>

class QLabel;

namespace soak::ui
{

class ElidedLabel;
class MarginBar;
class Sparkline;
class WindowMarks;

class GateTile final : public QAbstractButton
{
    Q_OBJECT

public:
    // Full adds margin, course over the run and number of samples.
    enum class Size { Compact, Full };

    GateTile(const Theme& theme, Size size, QWidget* parent = nullptr);

    void clear(); // lets the run go
    // The row `gate` of `judgement` (one of its gates).
    void setGate(const std::shared_ptr<const Judgement>& judgement, std::size_t gate);

    [[nodiscard]] const std::shared_ptr<const Judgement>& judgement() const { return m_judgement; }

    [[nodiscard]] const GateResult& result() const { return m_judgement->gates.at(m_gate); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void explainRequested();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build(Size size);
    void colour();

    const Theme& m_theme;
    std::shared_ptr<const Judgement> m_judgement;
    std::size_t m_gate = 0;
    ElidedLabel* m_title = nullptr;
    QLabel* m_value = nullptr;
    ElidedLabel* m_target = nullptr;
    WindowMarks* m_marks = nullptr;
    ElidedLabel* m_margin = nullptr;
    MarginBar* m_bar = nullptr;
    Sparkline* m_sparkline = nullptr;
    ElidedLabel* m_count = nullptr;
};

// Where a tile leads: the iteration of the window that decides or comes nearest to breaking the
// gate; the gate itself where no iteration has a value.
TextLink linkOf(const Judgement& judgement, const GateResult& result);

} // namespace soak::ui
