// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gate_marks.h"

#include "ui/widgets/meaning.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr int kMarkWidth = 4;
constexpr int kStep = 6;
constexpr int kHeight = 10;
constexpr int kBarHeight = 8;

void paintMark(QPainter& painter, const QRectF& box, MarkState state, const Theme& theme)
{
    const QRectF line = box.adjusted(0.5, 0.5, -0.5, -0.5);
    switch (state) {
    case MarkState::Met:
        painter.fillRect(box, chipColours(theme.tone(), Meaning::Pass).ink);
        break;
    case MarkState::Broke:
        painter.setPen(QPen(chipColours(theme.tone(), Meaning::Fail).ink, 1));
        painter.drawRect(line);
        painter.drawLine(line.bottomLeft(), line.topRight());
        break;
    case MarkState::Missing:
        painter.setPen(QPen(theme.colour(Ink::Muted), 1));
        painter.drawLine(QPointF(line.left(), line.center().y()),
                         QPointF(line.right(), line.center().y()));
        break;
    }
}

} // namespace

WindowMarks::WindowMarks(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WindowMarks::setInputs(std::vector<GateInput> inputs)
{
    if (inputs.size() > kMostMarks) {
        inputs.erase(inputs.begin(), inputs.end() - static_cast<std::ptrdiff_t>(kMostMarks));
    }
    m_inputs = std::move(inputs);
    updateGeometry();
    update();
}

QSize WindowMarks::sizeHint() const
{
    const int count = static_cast<int>(m_inputs.size());
    return {count == 0 ? 0 : count * kStep - (kStep - kMarkWidth), kHeight};
}

void WindowMarks::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    for (std::size_t i = 0; i < m_inputs.size(); ++i) {
        paintMark(painter, QRectF(static_cast<double>(i) * kStep, 0, kMarkWidth, kHeight),
                  m_inputs[i].state, m_theme);
    }
}

MarginBar::MarginBar(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MarginBar::setResult(const GateResult& result)
{
    m_margin = result.margin;
    m_full = std::max(std::abs(result.gate.threshold), 1e-9);
    m_meaning = meaningOf(result);
    update();
}

QSize MarginBar::sizeHint() const
{
    return {64, kBarHeight};
}

void MarginBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const QRectF track(0, (height() - kBarHeight) / 2.0, width(), kBarHeight);
    painter.fillRect(track, m_theme.colour(Ink::Grid));
    const double middle = std::floor(track.center().x());
    if (m_margin) {
        const double share = std::clamp(*m_margin / m_full, -1.0, 1.0);
        const double length = share * track.width() / 2;
        painter.fillRect(QRectF(std::min(middle, middle + length), track.top() + 2,
                                std::max(std::abs(length), 1.0), track.height() - 4),
                         chipColours(m_theme.tone(), m_meaning).ink);
    }
    painter.fillRect(QRectF(middle, track.top(), 1, track.height()),
                     m_theme.colour(Ink::Threshold));
}

} // namespace soak::ui
