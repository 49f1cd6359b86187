// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does: events to the windows of the platform.
#include "tests/ui/support/person.h"
#include "tests/ui/support/person_parts.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QKeySequence>
#include <QMimeData>
#include <QTest>
#include <QTimer>
#include <QUrl>
#include <QWheelEvent>
#include <QWidget>
#include <QWindow>
#include <gtest/gtest.h>
#include <qtestspontaneevent.h>

#include <utility>

namespace soak::ui
{
namespace
{

constexpr int kMostTabs = 300;
constexpr int kMostRows = 60; // of a menu
constexpr int kNotch = 120;
constexpr int kMargin = 4;        // pixels at the edges of what scrolls
constexpr int kMostNotches = 100; // to the end of what scrolls

// Where an event goes: a window and a place in it.
struct Spot {
    QWindow* window = nullptr;
    QPoint at;
    QPoint global;
};

Spot spotAt(QAccessibleInterface* one, const QRect& rect, QPointF share)
{
    while (one != nullptr && qobject_cast<QWidget*>(one->object()) == nullptr) {
        one = one->parent();
    }
    if (one == nullptr) {
        return {};
    }
    const auto* widget = static_cast<QWidget*>(one->object());
    const QPoint global(rect.left() + static_cast<int>(share.x() * (rect.width() - 1)),
                        rect.top() + static_cast<int>(share.y() * (rect.height() - 1)));
    return {widget->window()->windowHandle(), widget->window()->mapFromGlobal(global), global};
}

bool isInWindow(const Spot& spot)
{
    return spot.window != nullptr && QRect(QPoint(), spot.window->size()).contains(spot.at);
}

// As of the system: an event that the program sends itself is not passed on to what lies below.
void turnWheel(const Spot& spot, int step, Qt::KeyboardModifiers modifiers = {})
{
    QWheelEvent event(spot.at, spot.global, QPoint(), QPoint(0, step * kNotch), Qt::NoButton,
                      modifiers, Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event);
    qApp->notify(spot.window, &event);
}

// The part of the window through which `widget` is seen; it may be scrolled out of it.
QWidget* frameAround(QWidget* widget)
{
    while (widget != nullptr && !widget->isWindow()) {
        const auto* area = qobject_cast<QAbstractScrollArea*>(widget->parentWidget());
        if (area != nullptr && area->viewport() == widget) {
            return widget;
        }
        widget = widget->parentWidget();
    }
    return nullptr;
}

// What lies beyond the edge of what scrolls is brought there by the wheel.
void scrollTo(QAccessibleInterface* one, QPointF share)
{
    auto* widget = qobject_cast<QWidget*>(one->object());
    QWidget* frame = frameAround(widget == nullptr ? nullptr : widget->parentWidget());
    if (frame == nullptr) {
        return;
    }
    const QRect seen =
        QRect(frame->mapToGlobal(QPoint()), frame->size()).adjusted(0, kMargin, 0, -kMargin);
    // At the margin: a list within it would take the wheel for itself.
    const QPoint margin(seen.left() + kMargin / 2, seen.center().y());
    const Spot over{frame->window()->windowHandle(), frame->window()->mapFromGlobal(margin),
                    margin};
    for (int i = 0; i < kMostNotches; ++i) {
        const QRect before = one->rect();
        const int y = spotAt(one, before, share).global.y();
        if (y >= seen.top() && y <= seen.bottom()) {
            return;
        }
        turnWheel(over, y < seen.top() ? 1 : -1);
        if (one->rect() == before) {
            return; // the end
        }
    }
}

Spot spotOf(const Thing& thing, QPointF share)
{
    waitFor(thing);
    QAccessibleInterface* one = found(thing);
    if (one == nullptr) {
        ADD_FAILURE() << "there is no '" << thing.name.toStdString() << "' in\n"
                      << allWords().toStdString();
        return {};
    }
    // Docks slide to their place, and a notice moves what is below it: till it stands still.
    QRect before;
    until([&] {
        scrollTo(one, share);
        const bool isStill = one->rect() == std::exchange(before, one->rect());
        return isStill && isInWindow(spotAt(one, one->rect(), share));
    });
    return spotAt(one, one->rect(), share);
}

Spot cellOf(const Thing& thing, int row, int column)
{
    waitFor(thing);
    QAccessibleInterface* one = foundAnew(thing);
    QAccessibleTableInterface* cells = one == nullptr ? nullptr : one->tableInterface();
    QAccessibleInterface* cell = nullptr;
    const bool isThere = until([&] {
        cell = cells == nullptr ? nullptr : cells->cellAt(row, column);
        return cell != nullptr && !cell->rect().isEmpty();
    });
    if (!isThere) {
        ADD_FAILURE() << "there is no cell " << row << ", " << column << " in '"
                      << thing.name.toStdString() << "'";
        return {};
    }
    return spotAt(one, cell->rect(), kCentre);
}

void clickAt(const Spot& spot, Qt::MouseButton which, Qt::KeyboardModifiers modifiers = {})
{
    if (spot.window != nullptr) {
        QTest::mouseMove(spot.window, spot.at);
        QTest::mouseClick(spot.window, which, modifiers, spot.at);
    }
}

// A window manager gives the focus back when a popup or dialog is gone; without one nobody does.
QWindow* focused()
{
    if (QGuiApplication::focusWindow() == nullptr) {
        QWidget* next = QApplication::activeModalWidget();
        for (QWidget* window : QApplication::topLevelWidgets()) {
            if (next == nullptr && window->isVisible() && window->windowType() == Qt::Window) {
                next = window;
            }
        }
        if (next != nullptr) {
            next->activateWindow();
        }
    }
    until([] { return QGuiApplication::focusWindow() != nullptr; });
    EXPECT_NE(QGuiApplication::focusWindow(), nullptr) << "no window is active";
    return QGuiApplication::focusWindow();
}

Thing menuItem(const QString& name)
{
    return {QAccessible::MenuItem, name, Thing::Match::Whole};
}

} // namespace

void click(const Thing& thing, Qt::KeyboardModifiers modifiers, QPointF at)
{
    clickAt(spotOf(thing, at), Qt::LeftButton, modifiers);
}

void rightClick(const Thing& thing, QPointF at)
{
    clickAt(spotOf(thing, at), Qt::RightButton);
}

void doubleClick(const Thing& thing, QPointF at)
{
    const Spot spot = spotOf(thing, at);
    if (spot.window != nullptr) {
        QTest::mouseDClick(spot.window, Qt::LeftButton, {}, spot.at);
    }
}

void pointAt(const Thing& thing, QPointF at)
{
    const Spot spot = spotOf(thing, at);
    if (spot.window != nullptr) {
        QTest::mouseMove(spot.window, spot.at);
    }
}

void clickCell(const Thing& table, int row, int column, Qt::KeyboardModifiers modifiers)
{
    clickAt(cellOf(table, row, column), Qt::LeftButton, modifiers);
}

void rightClickCell(const Thing& table, int row, int column)
{
    clickAt(cellOf(table, row, column), Qt::RightButton);
}

void doubleClickCell(const Thing& table, int row, int column)
{
    const Spot spot = cellOf(table, row, column);
    if (spot.window != nullptr) {
        QTest::mouseDClick(spot.window, Qt::LeftButton, {}, spot.at);
    }
}

void clickHead(const Thing& table, const char* title)
{
    waitFor(table);
    QAccessibleInterface* one = foundAnew(table);
    for (int i = 0; one != nullptr && i < one->childCount(); ++i) {
        QAccessibleInterface* head = one->child(i);
        if (head != nullptr && head->role() == QAccessible::ColumnHeader &&
            head->text(QAccessible::Name) == QString::fromUtf8(title)) {
            clickAt(spotAt(one, head->rect(), kCentre), Qt::LeftButton);
            return;
        }
    }
    ADD_FAILURE() << "no column '" << title << "' in '" << table.name.toStdString() << "'";
}

void drag(const Thing& thing, QPointF from, QPointF to, Qt::KeyboardModifiers modifiers)
{
    constexpr int kSteps = 6;
    const Spot begin = spotOf(thing, from);
    const Spot end = spotOf(thing, to);
    if (begin.window == nullptr) {
        return;
    }
    QTest::mousePress(begin.window, Qt::LeftButton, modifiers, begin.at);
    for (int step = 1; step <= kSteps; ++step) {
        QTest::mouseMove(begin.window, begin.at + (end.at - begin.at) * step / kSteps);
    }
    QTest::mouseRelease(end.window, Qt::LeftButton, modifiers, end.at);
}

void wheel(const Thing& thing, int notches, Qt::KeyboardModifiers modifiers, QPointF at)
{
    const Spot spot = spotOf(thing, at);
    const int step = notches > 0 ? 1 : -1;
    for (int i = 0; spot.window != nullptr && i != notches; i += step) {
        turnWheel(spot, step, modifiers);
    }
}

void chooseMenu(const QStringList& path)
{
    for (const QString& name : path) {
        click(menuItem(name));
    }
}

void meanwhile(const std::function<void()>& begin, const std::function<void()>& then)
{
    constexpr int kLookEveryMs = 20;
    bool isDone = false;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        if (!isDone && QApplication::activePopupWidget() != nullptr) {
            isDone = true;
            look.stop();
            then();
            // Or the menu would wait for the person for ever.
            while (testing::Test::HasFatalFailure() && QApplication::activePopupWidget()) {
                QApplication::activePopupWidget()->close();
            }
        }
    });
    look.start(kLookEveryMs);
    begin();
    EXPECT_TRUE(until([&] { return isDone; })) << "no menu was opened";
}

// As the system does it: the window hears of what is dragged over it, then of the drop.
void drop(const QStringList& paths, const Thing& on)
{
    const Spot spot = spotOf(on, kCentre);
    if (spot.window == nullptr) {
        return;
    }
    QMimeData dragged;
    QList<QUrl> urls;
    for (const QString& path : paths) {
        urls << QUrl::fromLocalFile(path);
    }
    dragged.setUrls(urls);
    QDragEnterEvent enter(spot.at, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(spot.window, &enter);
    EXPECT_TRUE(enter.isAccepted()) << "the window takes no drop here";
    QDragMoveEvent move(spot.at, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(spot.window, &move);
    QDropEvent dropped(spot.at, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(spot.window, &dropped);
}

void press(const char* keys)
{
    const QKeySequence sequence(QString::fromUtf8(keys));
    ASSERT_EQ(sequence.count(), 1) << keys;
    QWindow* window = focused();
    if (window == nullptr) {
        return;
    }
    QTest::keyClick(window, sequence[0].key(), sequence[0].keyboardModifiers());
    if (sequence[0].key() == Qt::Key_Menu) { // a platform asks for the menu as well
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(window, &asked);
    }
}

void typeText(const QString& text)
{
    for (const QChar sign : text) {
        if (QWindow* window = focused()) {
            QTest::keyClick(window, sign.toLatin1());
        }
    }
}

void chooseMenuByKeys(const QStringList& path)
{
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (path[i].isEmpty()) {
            continue; // a menu that is open already
        }
        waitFor(menuItem(path[i]));
        QAccessibleInterface* item = found(menuItem(path[i]));
        ASSERT_NE(item, nullptr) << "no menu item " << path[i].toStdString() << " in\n"
                                 << allWords().toStdString();
        if (i == 0) {
            press(item->text(QAccessible::Accelerator).toUtf8().constData());
            continue;
        }
        for (int row = 0; row < kMostRows && !item->state().focused; ++row) {
            press("Down");
        }
        ASSERT_TRUE(item->state().focused) << path[i].toStdString();
        press(i + 1 < path.size() ? "Right" : "Return");
    }
}

bool tabTo(const Thing& thing)
{
    for (int i = 0; i < kMostTabs && !hasFocus(thing); ++i) {
        press("Tab");
    }
    return hasFocus(thing);
}

void saveAs(const QString& file)
{
    ASSERT_TRUE(until([] { return hasFocus(field("File name:")); })) << allWords().toStdString();
    press("Ctrl+A");
    typeText(file);
    press("Return");
}

} // namespace soak::ui
