// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees: things by role and accessible name.
#include "tests/ui/support/person.h"
#include "tests/ui/support/person_parts.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QTableView>
#include <QTest>
#include <QWidget>

namespace soak::ui
{
namespace
{

Thing named(QAccessible::Role role, const char* name, Thing::Match match = Thing::Match::Whole)
{
    return {role, QString::fromUtf8(name), match};
}

bool isTabular(const QAccessibleInterface& one)
{
    return one.role() == QAccessible::Table || one.role() == QAccessible::Tree ||
           one.role() == QAccessible::List;
}

// A label of a field is not the field.
bool isWhat(QAccessibleInterface& one, const Thing& thing)
{
    // Of a combo box Qt tells its text as the name, and the name by a relation of labels.
    const auto* box =
        one.role() == QAccessible::ComboBox ? qobject_cast<QWidget*>(one.object()) : nullptr;
    const QString name = (box != nullptr ? box->accessibleName() : one.text(QAccessible::Name))
                             .remove(QLatin1Char('&'));
    const bool isNamed =
        thing.match == Thing::Match::Whole ? name == thing.name : name.startsWith(thing.name);
    const bool isRole =
        (thing.role == QAccessible::NoRole && one.role() != QAccessible::Window) ||
        one.role() == thing.role ||
        (thing.role == QAccessible::Button && one.role() == QAccessible::ButtonMenu) ||
        (thing.role == QAccessible::Table && one.role() == QAccessible::List);
    return isNamed && isRole && !one.rect().isEmpty();
}

// Depth first; `visit` says whether that was enough. Cells of tables are no things.
bool walk(QAccessibleInterface* at, const std::function<bool(QAccessibleInterface&)>& visit)
{
    if (at == nullptr || !at->isValid() || at->state().invisible) {
        return false;
    }
    if (visit(*at)) {
        return true;
    }
    const int children = isTabular(*at) ? 0 : at->childCount();
    for (int i = 0; i < children; ++i) {
        if (walk(at->child(i), visit)) {
            return true;
        }
    }
    return false;
}

bool walkAll(const std::function<bool(QAccessibleInterface&)>& visit)
{
    // What lies on top comes first.
    QWidgetList windows;
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (window->isVisible()) {
            (window == QApplication::activePopupWidget() ||
             window == QApplication::activeModalWidget())
                ? windows.prepend(window)
                : windows.append(window);
        }
    }
    for (QWidget* window : windows) {
        if (walk(QAccessible::queryAccessibleInterface(window), visit)) {
            return true;
        }
    }
    return false;
}

} // namespace

Thing button(const char* name)
{
    return named(QAccessible::Button, name);
}

Thing field(const char* name)
{
    return named(QAccessible::EditableText, name);
}

Thing number(const char* name)
{
    return named(QAccessible::SpinBox, name);
}

Thing choice(const char* name)
{
    return named(QAccessible::ComboBox, name);
}

Thing check(const char* name)
{
    return named(QAccessible::CheckBox, name);
}

Thing table(const char* name)
{
    return named(QAccessible::Table, name);
}

Thing tree(const char* name)
{
    return named(QAccessible::Tree, name);
}

Thing tab(const char* name)
{
    return named(QAccessible::PageTab, name);
}

Thing words(const char* beginning)
{
    return named(QAccessible::NoRole, beginning, Thing::Match::Beginning);
}

Thing chart(const char* beginning)
{
    return named(QAccessible::Table, beginning, Thing::Match::Beginning);
}

Thing anything(const char* name)
{
    return named(QAccessible::NoRole, name);
}

bool until(const std::function<bool()>& isSo)
{
    return QTest::qWaitFor(isSo, kPatienceMs);
}

QAccessibleInterface* found(const Thing& thing)
{
    QAccessibleInterface* one = nullptr;
    walkAll([&](QAccessibleInterface& at) {
        if (isWhat(at, thing)) {
            one = &at;
        }
        return one != nullptr;
    });
    return one;
}

bool isShown(const Thing& thing)
{
    return found(thing) != nullptr;
}

bool waitFor(const Thing& thing)
{
    return until([&] { return isShown(thing); });
}

bool waitForNone(const Thing& thing)
{
    return until([&] { return !isShown(thing); });
}

bool isEnabled(const Thing& thing)
{
    const QAccessibleInterface* one = found(thing);
    return one != nullptr && !one->state().disabled;
}

bool isChecked(const Thing& thing)
{
    const QAccessibleInterface* one = found(thing);
    return one != nullptr && one->state().checked;
}

bool hasFocus(const Thing& thing)
{
    QWidget* focus = QApplication::focusWidget();
    QAccessibleInterface* one =
        focus == nullptr ? nullptr : QAccessible::queryAccessibleInterface(focus);
    return one != nullptr && isWhat(*one, thing);
}

Thing highlighted()
{
    QStringList names;
    walkAll([&](QAccessibleInterface& at) {
        if (at.state().defaultButton && !at.state().disabled) {
            names << at.text(QAccessible::Name);
        }
        return false;
    });
    return {QAccessible::Button, names.size() == 1 ? names.front() : QString()};
}

QString nameOf(const Thing& thing)
{
    const QAccessibleInterface* one = found(thing);
    return one == nullptr ? QString() : one->text(QAccessible::Name);
}

QString valueOf(const Thing& thing)
{
    const QAccessibleInterface* one = found(thing);
    return one == nullptr ? QString() : one->text(QAccessible::Value);
}

QWidget* widgetOf(const Thing& thing)
{
    QAccessibleInterface* one = found(thing);
    while (one != nullptr && qobject_cast<QWidget*>(one->object()) == nullptr) {
        one = one->parent();
    }
    return one == nullptr ? nullptr : static_cast<QWidget*>(one->object());
}

// Cells that were read before are kept, though their rows may be others now.
QAccessibleInterface* foundAnew(const Thing& thing)
{
    QAccessibleInterface* one = found(thing);
    if (one == nullptr || qobject_cast<QAbstractItemView*>(one->object()) == nullptr) {
        return one;
    }
    QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(one));
    return found(thing);
}

std::vector<QStringList> rowsOf(const Thing& thing)
{
    std::vector<QStringList> rows;
    QAccessibleInterface* one = foundAnew(thing);
    QAccessibleTableInterface* cells = one == nullptr ? nullptr : one->tableInterface();
    for (int row = 0; cells != nullptr && row < cells->rowCount(); ++row) {
        rows.emplace_back();
        for (int column = 0; column < cells->columnCount(); ++column) {
            const QAccessibleInterface* cell = cells->cellAt(row, column);
            rows.back() << (cell == nullptr ? QString() : cell->text(QAccessible::Name));
        }
    }
    return rows;
}

// Assistive tools are given hidden columns, too, in Qt 6.4.
int shownColumnsOf(const Thing& thing)
{
    const auto* view = qobject_cast<const QTableView*>(widgetOf(thing));
    int shown = 0;
    for (int i = 0; view != nullptr && i < view->model()->columnCount(); ++i) {
        shown += view->isColumnHidden(i) ? 0 : 1;
    }
    return shown;
}

QStringList selectedRow(const Thing& thing)
{
    QAccessibleInterface* one = foundAnew(thing);
    QAccessibleTableInterface* cells = one == nullptr ? nullptr : one->tableInterface();
    QStringList texts;
    if (cells == nullptr || cells->selectedRows().isEmpty()) {
        return texts;
    }
    for (int column = 0; column < cells->columnCount(); ++column) {
        const QAccessibleInterface* cell = cells->cellAt(cells->selectedRows().front(), column);
        texts << (cell == nullptr ? QString() : cell->text(QAccessible::Name));
    }
    return texts;
}

QString colourOfCell(const Thing& thing, int row, int column)
{
    QAccessibleInterface* one = foundAnew(thing);
    QAccessibleTableInterface* cells = one == nullptr ? nullptr : one->tableInterface();
    QAccessibleInterface* cell = cells == nullptr ? nullptr : cells->cellAt(row, column);
    QWidget* widget = widgetOf(thing);
    if (cell == nullptr || cell->rect().isEmpty() || widget == nullptr) {
        return {};
    }
    const QPoint at = widget->mapFromGlobal(cell->rect().center());
    return widget->grab(QRect(at, QSize(1, 1))).toImage().pixelColor(0, 0).name();
}

QString allWords()
{
    QStringList lines;
    walkAll([&](QAccessibleInterface& at) {
        const QString text = at.text(QAccessible::Name);
        if (!text.isEmpty()) {
            lines << QStringLiteral("%1: %2").arg(static_cast<int>(at.role()), 0, 16).arg(text);
        }
        return false;
    });
    return lines.join(QLatin1Char('\n'));
}

} // namespace soak::ui
