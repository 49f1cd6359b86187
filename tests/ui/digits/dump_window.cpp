// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a run in the window and prints what assistive tools are told of it, with the lettering of
// its charts, as JSON: `soak_dump_window RUN LANGUAGE WxH`.
#include "ui/charts/chart_stack.h"
#include "ui/views/iterations_view.h"
#include "ui/window/main_window.h"

#include <QAccessible>
#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStyleFactory>
#include <QTimer>

#include <cstdio>

using namespace soak::ui;

namespace
{

constexpr int kTickMs = 40;
constexpr int kCalmTicks = 4;
constexpr int kMostDepth = 30;

QJsonObject treeOf(QAccessibleInterface* at, int depth = 0)
{
    QJsonArray children;
    for (int i = 0; i < at->childCount() && depth < kMostDepth; ++i) {
        QAccessibleInterface* child = at->child(i);
        if (child != nullptr && child->isValid() && !child->state().invisible) {
            children.append(treeOf(child, depth + 1));
        }
    }
    const QObject* object = at->object();
    return {{QStringLiteral("role"), static_cast<int>(at->role())},
            {QStringLiteral("name"), at->text(QAccessible::Name)},
            {QStringLiteral("id"), object == nullptr ? QString() : object->objectName()},
            {QStringLiteral("class"), object == nullptr
                                          ? QString()
                                          : QString::fromLatin1(object->metaObject()->className())},
            {QStringLiteral("children"), children}};
}

QJsonArray textsOf(const ChartPane& pane, LabelRole role)
{
    QJsonArray texts;
    for (const ChartLabel& label : pane.labels()) {
        if (label.role == role) {
            texts.append(label.text);
        }
    }
    return texts;
}

QJsonArray chartsOf(MainWindow& window)
{
    QJsonArray charts;
    auto* view = qobject_cast<IterationsView*>(window.viewWidget(View::Iterations));
    for (const ChartPane* pane : view->stack()->panes()) {
        charts.append(
            QJsonObject{{QStringLiteral("id"), pane->scene()->id},
                        {QStringLiteral("y"), textsOf(*pane, LabelRole::YTick)},
                        {QStringLiteral("x"), textsOf(*pane, LabelRole::XTick)},
                        {QStringLiteral("thresholds"), textsOf(*pane, LabelRole::Threshold)}});
    }
    return charts;
}

void dump(MainWindow& window)
{
    window.showView(View::Overview);
    QCoreApplication::processEvents();
    const QJsonObject tree = treeOf(QAccessible::queryAccessibleInterface(&window));
    window.showView(View::Iterations);
    QCoreApplication::processEvents();
    const QJsonObject all{{QStringLiteral("tree"), tree},
                          {QStringLiteral("charts"), chartsOf(window)}};
    std::fputs(QJsonDocument(all).toJson(QJsonDocument::Compact).constData(), stdout);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::fputs("usage: soak_dump_window RUN LANGUAGE WxH\n", stderr);
        return 2;
    }
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    Theme theme;
    theme.choose(ThemeChoice::Light);
    Languages languages;
    languages.choose(QString::fromLocal8Bit(argv[2]));
    MainWindow window(theme, languages, {});
    const QStringList size = QString::fromLocal8Bit(argv[3]).split(QLatin1Char('x'));
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.showView(View::Iterations);
    window.show();
    window.open({QString::fromLocal8Bit(argv[1])});
    QTimer tick;
    int calm = 0;
    QObject::connect(&tick, &QTimer::timeout, &window, [&] {
        const bool isReady = window.isIdle() && !window.selection().primary().isEmpty();
        calm = isReady ? calm + 1 : 0;
        if (calm >= kCalmTicks) {
            tick.stop(); // a dump lets events happen
            dump(window);
            QCoreApplication::exit(); // unlike quit() it asks no window: a run may still be written
        }
    });
    tick.start(kTickMs);
    return QApplication::exec();
}
