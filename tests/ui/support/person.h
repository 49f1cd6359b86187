// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do to a window: look for things by the names that assistive tools are given,
// press keys, use the mouse, drop files. Events go to the windows of the platform, so that focus,
// shortcuts, popups and what lies on top decide where they arrive.
#pragma once

#include <QAccessible>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace soak::ui
{

// Something in a window: `name` is its whole accessible name, or how that begins.
struct Thing {
    enum class Match { Whole, Beginning };

    QAccessible::Role role = QAccessible::NoRole; // NoRole: any but a window
    QString name;
    Match match = Match::Whole;
};

Thing button(const char* name);
Thing field(const char* name);  // of text
Thing number(const char* name); // a spin box
Thing choice(const char* name); // a combo box
Thing check(const char* name);
Thing table(const char* name);
Thing tree(const char* name);
Thing tab(const char* name);
Thing words(const char* beginning); // text that begins so
Thing chart(const char* beginning); // its name goes on with where the cursor is
Thing anything(const char* name);

// Where in a thing, as shares of its width and height.
inline constexpr QPointF kCentre{0.5, 0.5};

inline constexpr int kPatienceMs = 15'000;

// Waits until `isSo`, the windows living meanwhile.
bool until(const std::function<bool()>& isSo);

// Looking. Things that are not seen are not found.
bool isShown(const Thing& thing); // now
bool waitFor(const Thing& thing);
bool waitForNone(const Thing& thing);
bool isEnabled(const Thing& thing);
bool isChecked(const Thing& thing);
bool hasFocus(const Thing& thing);
Thing highlighted(); // the one button that stands out; without a name when there is none, or two
QString nameOf(const Thing& thing);                  // whole; "" when it is not there
QString valueOf(const Thing& thing);                 // of a field or box
QWidget* widgetOf(const Thing& thing);               // to read what only the widget tells
std::vector<QStringList> rowsOf(const Thing& table); // the texts of its cells; of a list, one each
int shownColumnsOf(const Thing& table);              // without those that are hidden
QStringList selectedRow(const Thing& table);         // the first one's texts; or none
QString colourOfCell(const Thing& table, int row,
                     int column); // at its centre, as painted; "" = none
QString allWords();               // every text that is shown, a line each: for messages

// The mouse. A thing that is not there fails the test.
void click(const Thing& thing, Qt::KeyboardModifiers modifiers = Qt::NoModifier,
           QPointF at = kCentre);
void doubleClick(const Thing& thing, QPointF at = kCentre);
void rightClick(const Thing& thing, QPointF at = kCentre);
void pointAt(const Thing& thing, QPointF at = kCentre);
void clickCell(const Thing& table, int row, int column,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier);
void rightClickCell(const Thing& table, int row, int column);
void doubleClickCell(const Thing& table, int row, int column);
void clickHead(const Thing& table, const char* title); // of a column
void drag(const Thing& thing, QPointF from, QPointF to,
          Qt::KeyboardModifiers modifiers = Qt::NoModifier);
void wheel(const Thing& thing, int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier,
           QPointF at = kCentre);         // > 0: away from the person
void chooseMenu(const QStringList& path); // "View", "Theme", "Dark"
void drop(const QStringList& paths, const Thing& on);

// What the person does while `begin` has opened a menu that holds everything else.
void meanwhile(const std::function<void()>& begin, const std::function<void()>& then);

// Keys.
void press(const char* keys);                   // one, as "Ctrl+K"
void typeText(const QString& text);             // to whoever has the focus
void chooseMenuByKeys(const QStringList& path); // "" first: the menu is open already
bool tabTo(const Thing& thing);                 // Tab until it has the focus
void saveAs(const QString& file);               // in the dialog for a file that is open or opens

} // namespace soak::ui
