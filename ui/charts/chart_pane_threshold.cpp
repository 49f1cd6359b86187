// SPDX-License-Identifier: GPL-3.0-or-later
// A threshold that is dragged or typed: the pane asks for another value, it changes none itself.
#include "core/base/text.h"
#include "ui/charts/chart_pane.h"
#include "ui/charts/threshold_editor.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kReach = 3;     // pixels around the line that still take it
constexpr double kLeastMove = 3; // pixels; less is a click
constexpr int kEditorInset = 40;
constexpr int kMostDigits = 6; // behind the point

// The nearest number with as few digits as one pixel can tell apart.
double roundedTo(double value, double eachPixel, int decimals)
{
    const double fine = std::pow(10.0, std::floor(std::log10(eachPixel)));
    const double step = std::max(fine, std::pow(10.0, -decimals));
    return roundTo(std::round(value / step) * step, kMostDigits);
}

} // namespace

std::optional<std::size_t> ChartPane::thresholdAt(QPointF at) const
{
    const QRectF plot = plotRect();
    if (m_scene->isEmpty() || at.x() < plot.left() || at.x() > plot.right() + kRightGutter) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < m_scene->thresholds.size(); ++i) {
        const ChartThreshold& threshold = m_scene->thresholds[i];
        const double y = frame().py(threshold.value);
        const bool isShown = threshold.value >= frame().y.low && threshold.value <= frame().y.high;
        if (!threshold.gate.empty() && isShown && std::abs(at.y() - y) <= kReach) {
            return i;
        }
    }
    return std::nullopt;
}

bool ChartPane::hasEditableThreshold() const
{
    return std::ranges::any_of(m_scene->thresholds, [](const ChartThreshold& threshold) {
        return !threshold.gate.empty();
    });
}

void ChartPane::editThreshold()
{
    const auto found = std::ranges::find_if(
        m_scene->thresholds, [](const ChartThreshold& one) { return !one.gate.empty(); });
    if (found == m_scene->thresholds.end()) {
        return;
    }
    auto* editor = new ThresholdEditor(this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &ThresholdEditor::chosen, this,
            [this, editor, gate = found->gate](double value) {
                editor->close();
                Q_EMIT thresholdRequested(QString::fromStdString(gate), value);
            });
    editor->open(*m_scene, *found,
                 mapToGlobal(plotRect().topLeft().toPoint() + QPoint(kEditorInset, 0)));
}

bool ChartPane::beginThreshold(const QMouseEvent& event)
{
    const bool isPlain = event.button() == Qt::LeftButton && event.modifiers() == Qt::NoModifier;
    m_dragged = isPlain ? thresholdAt(event.position()) : std::nullopt;
    if (m_dragged) {
        m_draggedTo = m_scene->thresholds[*m_dragged].value;
        m_dragStart = event.position().y();
    }
    return m_dragged.has_value();
}

// A run that is written grows under the hand: the line of the same gate is still held. Judged by
// another value meanwhile, or gone, it is let go.
void ChartPane::keepDragged(const ChartScene& before)
{
    if (!m_dragged) {
        return;
    }
    const ChartThreshold held = before.thresholds[*m_dragged];
    const auto found =
        std::ranges::find_if(m_scene->thresholds, [&held](const ChartThreshold& one) {
            return one.gate == held.gate && one.value == held.value;
        });
    m_dragged.reset();
    if (found != m_scene->thresholds.end() && before.id == m_scene->id) {
        m_dragged = static_cast<std::size_t>(found - m_scene->thresholds.begin());
    }
}

void ChartPane::moveThreshold(const QMouseEvent& event)
{
    if (std::abs(event.position().y() - m_dragStart) < kLeastMove) {
        m_draggedTo = m_scene->thresholds[*m_dragged].value;
        update();
        return;
    }
    const QRectF plot = plotRect();
    const double y = std::clamp(event.position().y(), plot.top(), plot.bottom());
    const double eachPixel = (frame().y.high - frame().y.low) / plot.height();
    m_draggedTo = roundedTo(frame().valueAt(y), eachPixel, m_scene->decimals);
    update();
}

// A press that was not moved is a click like any other.
void ChartPane::endThreshold(const QMouseEvent& event)
{
    const ChartThreshold threshold = m_scene->thresholds[*m_dragged];
    moveThreshold(event);
    m_dragged.reset();
    update();
    if (m_draggedTo == threshold.value) {
        click(frame().iterationAt(event.position().x()), event.position());
    } else {
        Q_EMIT thresholdRequested(QString::fromStdString(threshold.gate), m_draggedTo);
    }
}

void ChartPane::paintThreshold(QPainter& painter) const
{
    if (!m_dragged) {
        return;
    }
    ChartThreshold moved = m_scene->thresholds[*m_dragged];
    moved.value = m_draggedTo;
    const QRectF plot = m_frame->plot;
    const double y = std::floor(m_frame->py(m_draggedTo)) + 0.5;
    painter.setPen(QPen(m_theme.colour(Ink::Threshold), 2));
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    const ChartLabel label = labelAt(thresholdText(moved), plot.right() + kCardPadding, y,
                                     LabelRole::Threshold, m_theme.colour(Ink::Threshold), true);
    painter.fillRect(label.rect.adjusted(-2, 0, 4, 0), m_theme.colour(Ink::Panel));
    painter.setFont(Theme::strongFont());
    painter.drawText(label.rect.adjusted(-1, 0, 1, 0), Qt::AlignCenter | Qt::TextSingleLine,
                     label.text);
}

} // namespace soak::ui
