// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/override_heat_map.h"

#include "core/report/report_text.h"
#include "ui/charts/chart_painter.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/gate_words.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <map>

namespace soak::ui
{
namespace
{

constexpr int kRow = 18;
constexpr int kNames = 152;
constexpr int kMapAxis = 18;
constexpr int kNameGap = 8; // between the names and the plot
constexpr int kRight = 20;  // half of a number of the axis stands beyond the last cell
constexpr double kMapAxisGap = 2;

struct Range {
    double low = 0;
    double high = 0;
};

QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    return {part(from.red(), to.red()), part(from.green(), to.green()),
            part(from.blue(), to.blue())};
}

} // namespace

OverrideHeatMap::OverrideHeatMap(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Parameters over the iterations"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&context.theme, &Theme::changed, this, &OverrideHeatMap::invalidate);
    connect(&context.selection, &Selection::cursorChanged, this, qOverload<>(&QWidget::update));
}

void OverrideHeatMap::setRun(std::shared_ptr<const SoakRun> run)
{
    m_run = std::move(run);
    m_parameters.clear();
    m_chosen = {};
    std::map<std::string, Range> ranges;
    if (m_run) {
        for (const Overrides& overrides : m_run->during.distinct()) {
            for (const auto& [name, value] : overrides.values) {
                const auto [at, isNew] =
                    ranges.try_emplace(name, Range{value.amount, value.amount});
                at->second.low = std::min(at->second.low, value.amount);
                at->second.high = std::max(at->second.high, value.amount);
            }
        }
    }
    const bool anyChanges = std::ranges::any_of(
        ranges, [](const auto& one) { return one.second.low < one.second.high; });
    for (const auto& [name, range] : ranges) {
        if (!anyChanges || range.low < range.high) {
            const ParameterSpec* spec = ParameterRegistry::builtin().find(name);
            m_parameters.push_back({name, spec != nullptr ? pathText(spec->canonicalPath) : name,
                                    range.low, range.high});
        }
    }
    updateGeometry();
    invalidate();
}

void OverrideHeatMap::invalidate()
{
    m_base = {};
    update();
}

void OverrideHeatMap::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    invalidate();
}

std::optional<double> OverrideHeatMap::valueAt(std::size_t parameter, std::size_t row) const
{
    const Overrides* overrides = m_run->during.at(row);
    if (overrides == nullptr) {
        return std::nullopt;
    }
    const auto found = overrides->values.find(m_parameters[parameter].name);
    return found == overrides->values.end() ? std::nullopt : std::optional(found->second.amount);
}

QString OverrideHeatMap::cellText(std::size_t parameter, std::size_t row) const
{
    const std::optional<double> value = valueAt(parameter, row);
    const std::optional<double> before = row > 0 ? valueAt(parameter, row - 1) : value;
    const QString text = tr("%1 at #%2: %3")
                             .arg(toQString(m_parameters[parameter].name))
                             .arg(m_run->table.iterations()[row])
                             .arg(localNumber(shortNumber(value)));
    return value != before ? text + tr(", was %1").arg(localNumber(shortNumber(before))) : text;
}

QSize OverrideHeatMap::sizeHint() const
{
    return {480, static_cast<int>(m_parameters.size()) * kRow + kMapAxis};
}

QSize OverrideHeatMap::minimumSizeHint() const
{
    return {kNames + 96, sizeHint().height()};
}

QRectF OverrideHeatMap::plotRect() const
{
    return {kNames, 0, std::max(1.0, width() - kNames - kRight * 1.0),
            static_cast<double>(m_parameters.size()) * kRow};
}

double OverrideHeatMap::xOf(std::size_t row) const
{
    return plotRect().left() +
           plotRect().width() * static_cast<double>(row) /
               static_cast<double>(std::max<std::size_t>(m_run->table.rowCount(), 1));
}

std::optional<OverrideHeatMap::Cell> OverrideHeatMap::cellAt(const QPointF& at) const
{
    if (!m_run || !plotRect().contains(at)) {
        return std::nullopt;
    }
    const double share = (at.x() - plotRect().left()) / plotRect().width();
    const auto rows = static_cast<double>(m_run->table.rowCount());
    return Cell{static_cast<std::size_t>(at.y() / kRow), static_cast<std::size_t>(share * rows)};
}

void OverrideHeatMap::choose(const Cell& cell)
{
    m_chosen = cell;
    setAccessibleDescription(cellText(cell.parameter, cell.row));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    m_context.selection.setCursor(m_run->table.iterations()[cell.row]);
    update();
}

void OverrideHeatMap::paintParameter(QPainter& painter, std::size_t parameter) const
{
    const Theme& theme = m_context.theme;
    const Parameter& one = m_parameters[parameter];
    const double top = static_cast<double>(parameter) * kRow;
    const std::size_t rows = m_run->table.rowCount();
    const auto columns = std::min(rows, static_cast<std::size_t>(plotRect().width()));
    std::optional<double> before;
    for (std::size_t column = 0; column < columns; ++column) {
        // Many iterations share a pixel: the newest of them is shown, a change of any is marked.
        const std::size_t row = (column + 1) * rows / columns - 1;
        const double x = plotRect().left() + plotRect().width() * static_cast<double>(column) /
                                                 static_cast<double>(columns);
        const double next = plotRect().left() + plotRect().width() *
                                                    static_cast<double>(column + 1) /
                                                    static_cast<double>(columns);
        const std::optional<double> value = valueAt(parameter, row);
        if (value) {
            const double share =
                one.high > one.low ? (*value - one.low) / (one.high - one.low) : 0.5;
            painter.fillRect(QRectF(x, top + 1, next - x + 0.5, kRow - 2),
                             mixed(theme.colour(Ink::WarmUp), theme.colour(Ink::Accent), share));
        }
        if (column > 0 && value && before && *value != *before) {
            const double width = std::min(2.0, next - x);
            if (next - x > 2 * width) { // apart from a cell of nearly its own lightness
                painter.fillRect(QRectF(x, top + 1, width + 1, kRow - 2), theme.colour(Ink::Plot));
            }
            painter.fillRect(QRectF(x, top + 1, width, kRow - 2), theme.colour(Ink::Text));
        }
        before = value ? value : before;
    }
}

std::vector<ChartLabel> OverrideHeatMap::labels() const
{
    std::vector<ChartLabel> labels;
    if (!m_run || m_parameters.empty()) {
        return labels;
    }
    const QFontMetricsF metrics(Theme::smallFont());
    double middle = kRow / 2.0;
    for (const Parameter& one : m_parameters) {
        labels.push_back(
            labelAt(metrics.elidedText(toQString(one.name), Qt::ElideMiddle, kNames - kNameGap), 0,
                    middle, LabelRole::Title, m_context.theme.colour(Ink::Text)));
        middle += kRow;
    }
    addAxis(labels);
    return labels;
}

// By rows, as the cells are: an iteration that is not there takes no room, and has no number.
void OverrideHeatMap::addAxis(std::vector<ChartLabel>& labels) const
{
    const auto iterations = m_run->table.iterations();
    if (iterations.empty()) {
        return;
    }
    const PlotRange all{iterations.front() - 0.5, iterations.back() + 0.5};
    const double centre = plotRect().bottom() + kMapAxisGap + textHeight() / 2;
    double free = 0;
    for (const double tick : iterationTicks(all, plotRect().width()).at) {
        const std::optional<std::size_t> row = m_run->table.rowOf(static_cast<int>(tick));
        if (!row) {
            continue;
        }
        const QString text = QString::number(static_cast<int>(tick));
        const double left = (xOf(*row) + xOf(*row + 1) - textWidth(text)) / 2;
        if (left >= free) {
            labels.push_back(
                labelAt(text, left, centre, LabelRole::XTick, m_context.theme.colour(Ink::Muted)));
            free = labels.back().rect.right() + kNameGap;
        }
    }
}

void OverrideHeatMap::paintEvent(QPaintEvent* /*event*/)
{
    if (!m_run || m_parameters.empty()) {
        return;
    }
    if (m_base.isNull()) {
        const double ratio = devicePixelRatioF();
        m_base = QPixmap((QSizeF(size()) * ratio).toSize());
        m_base.setDevicePixelRatio(ratio);
        m_base.fill(Qt::transparent);
        QPainter base(&m_base);
        base.setFont(font());
        for (std::size_t i = 0; i < m_parameters.size(); ++i) {
            paintParameter(base, i);
        }
        paintLabels(base, labels());
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_base);
    const double cell = plotRect().width() / static_cast<double>(m_run->table.rowCount());
    painter.setBrush(Qt::NoBrush);
    if (const auto cursor = m_context.selection.cursor()) {
        if (const auto row = m_run->table.rowOf(*cursor)) {
            painter.setPen(QPen(m_context.theme.colour(Ink::Cursor), 1));
            painter.drawRect(QRectF(xOf(*row), 0.5, std::max(cell, 1.0), plotRect().height() - 1));
        }
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_context.theme.colour(Ink::Text), 2));
        painter.drawRect(QRectF(xOf(m_chosen.row),
                                static_cast<double>(m_chosen.parameter) * kRow + 1,
                                std::max(cell, 3.0), kRow - 2));
    }
}

void OverrideHeatMap::keyPressEvent(QKeyEvent* event)
{
    if (!m_run || m_parameters.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    Cell cell = m_chosen;
    const std::size_t lastRow = m_run->table.rowCount() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        cell.row -= cell.row > 0 ? 1 : 0;
        break;
    case Qt::Key_Right:
        cell.row += cell.row < lastRow ? 1 : 0;
        break;
    case Qt::Key_Up:
        cell.parameter -= cell.parameter > 0 ? 1 : 0;
        break;
    case Qt::Key_Down:
        cell.parameter += cell.parameter + 1 < m_parameters.size() ? 1 : 0;
        break;
    case Qt::Key_Home:
        cell.row = 0;
        break;
    case Qt::Key_End:
        cell.row = lastRow;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT linkActivated({.kind = LinkKind::Parameter,
                              .iteration = m_run->table.iterations()[cell.row],
                              .name = m_parameters[cell.parameter].path});
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    choose(cell);
}

void OverrideHeatMap::mousePressEvent(QMouseEvent* event)
{
    if (const std::optional<Cell> cell = cellAt(event->position())) {
        choose(*cell);
    }
}

void OverrideHeatMap::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const std::optional<Cell> cell = cellAt(event->position())) {
        Q_EMIT linkActivated({.kind = LinkKind::Parameter,
                              .iteration = m_run->table.iterations()[cell->row],
                              .name = m_parameters[cell->parameter].path});
    }
}

void OverrideHeatMap::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const std::optional<Cell> cell =
        isByKey && m_run && !m_parameters.empty() ? m_chosen : cellAt(event->pos());
    if (!cell) {
        return;
    }
    const QPoint at = isByKey ? mapToGlobal(QPoint(static_cast<int>(xOf(cell->row)),
                                                   static_cast<int>(cell->parameter + 1) * kRow))
                              : event->globalPos();
    Q_EMIT parameterMenuRequested(m_run->table.iterations()[cell->row] - 1,
                                  toQString(m_parameters[cell->parameter].name), at);
}

bool OverrideHeatMap::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const std::optional<Cell> cell = cellAt(help->pos());
        QString text = cell ? cellText(cell->parameter, cell->row) : QString();
        if (!cell && m_run && help->pos().x() < kNames) {
            const auto line = static_cast<std::size_t>(std::max(0, help->pos().y() / kRow));
            text = line < m_parameters.size() ? toQString(m_parameters[line].path) : QString();
        }
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace soak::ui
