// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/export_subjects.h"

#include "core/report/report_text.h"
#include "ui/charts/chart_stack.h"
#include "ui/charts/stack_picture.h"
#include "ui/theme/numbers.h"
#include "ui/views/paint_page.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPointer>
#include <QScrollArea>

namespace soak::ui
{
namespace
{

constexpr int kLeastRowHeight = 160; // of a chart in a picture

// Of a run's id, which may hold anything, what may stand in a file's name.
QString fileNameOf(const ViewContext& context, const QString& name)
{
    const OpenRun* run = context.primary();
    QString label = run == nullptr ? QString() : toQString(runLabel(*run->run));
    for (QChar& c : label) {
        const bool isPlain = c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('-'));
        c = isPlain ? c : QLatin1Char('_');
    }
    return label.isEmpty() ? name : label + QLatin1Char('_') + name;
}

std::string columnOf(const ChartScene& scene)
{
    return scene.id.section(QLatin1Char(':'), 1).toStdString();
}

// All of a page that scrolls.
QWidget& contentOf(QWidget& page)
{
    for (QScrollArea* area : page.findChildren<QScrollArea*>()) {
        if (area->isVisibleTo(&page) && area->widget() != nullptr && area->size() == page.size()) {
            return *area->widget();
        }
    }
    return page;
}

} // namespace

ExportSubject chartSubject(const ViewContext& context, ChartPane& pane)
{
    const ChartScene& scene = *pane.scene();
    ExportSubject subject;
    subject.title = scene.titleWithUnit();
    subject.fileName = fileNameOf(context, toQString(columnOf(scene)));
    subject.size = {pane.width(), std::max(pane.height(), kLeastRowHeight)};
    subject.columns = {columnOf(scene)};
    subject.steps = [pane = QPointer<ChartPane>(&pane)](QSizeF size, Tone tone) {
        return pane ? chartSteps(*pane, size, tone) : std::vector<PictureStep>();
    };
    return subject;
}

ExportSubject chartsSubject(const ViewContext& context, ChartStack& stack)
{
    ExportSubject subject;
    subject.title = QCoreApplication::translate("Actions", "Iterations");
    subject.fileName = fileNameOf(context, QStringLiteral("iterations"));
    const int rows =
        (static_cast<int>(stack.panes().size()) + stack.columns() - 1) / stack.columns();
    const int least = rows * kLeastRowHeight + stack.lanes()->sizeHint().height();
    subject.size = {stack.width(), std::max(stack.height(), least)};
    subject.columns = {std::string(kTidyMetrics)};
    for (const ChartPane* pane : stack.panes()) {
        if (pane->scene()->id.startsWith(QStringLiteral("parameter:"))) {
            subject.columns.push_back(columnOf(*pane->scene()));
        }
    }
    subject.steps = [stack = QPointer<ChartStack>(&stack), &theme = context.theme](QSizeF size,
                                                                                   Tone tone) {
        return stack ? stackSteps(*stack, theme, size, tone) : std::vector<PictureStep>();
    };
    return subject;
}

ExportSubject pageSubject(const ViewContext& context, QWidget& page, const QString& title,
                          const QString& name, std::vector<std::string> columns)
{
    QWidget& content = contentOf(page);
    ExportSubject subject;
    subject.title = title;
    subject.fileName = fileNameOf(context, name);
    subject.size = content.size();
    subject.sizing = PageSizing::AsShown;
    subject.columns = std::move(columns);
    subject.steps = [content = QPointer<QWidget>(&content)](QSizeF size, Tone) {
        return std::vector<PictureStep>{
            {QRectF(QPointF(), size), [content](QPainter& painter, const QRectF& target) {
                 if (content) {
                     const double scale = target.width() / content->width();
                     painter.scale(scale, scale);
                     paintPage(*content, painter);
                 }
             }}};
    };
    return subject;
}

} // namespace soak::ui
