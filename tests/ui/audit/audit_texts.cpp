// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit/audit.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTextDocumentFragment>
#include <QToolTip>

#include <algorithm>

namespace soak::ui
{
namespace
{

const QChar kEllipsis(0x2026);
constexpr double kTolerance = 1.0; // pixels: letters lean out of their advance

// Texts that a widget wants to show, whole: those that end with an ellipsis by themselves.
QStringList wordsOf(const QWidget& widget, const QPoint& at)
{
    QStringList words;
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        words << label->text();
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        words << button->text();
    }
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) {
        words << edit->text() << edit->placeholderText();
    }
    if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
        words << box->currentText();
    }
    if (const auto* bar = qobject_cast<const QTabBar*>(&widget)) {
        for (int i = 0; i < bar->count(); ++i) {
            words << bar->tabText(i);
        }
    }
    for (const QAction* action : widget.actions()) {
        words << action->text();
    }
    const auto* view = qobject_cast<const QAbstractItemView*>(widget.parentWidget());
    if (view != nullptr && view->viewport() == &widget) {
        words << view->indexAt(at).data().toString();
    }
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(widget.parentWidget())) {
        words << edit->toPlainText();
    }
    for (QString& word : words) {
        word.remove(QLatin1Char('&'));
    }
    return words;
}

bool isShortened(const PaintedText& text, const QWidget& widget)
{
    if (!text.text.contains(kEllipsis)) {
        return false;
    }
    const QStringList words = wordsOf(widget, text.rect.center().toPoint());
    return std::none_of(words.begin(), words.end(),
                        [&](const QString& whole) { return whole.contains(text.text.trimmed()); });
}

QString spaced(const QString& text)
{
    return text.simplified().remove(QLatin1Char('&'));
}

bool tells(const QString& tip, const QString& shortened)
{
    qsizetype at = 0;
    const QString whole = spaced(tip);
    for (const QString& part : spaced(shortened).split(kEllipsis)) {
        const qsizetype found = whole.indexOf(part.trimmed(), at);
        if (found < 0) {
            return false;
        }
        at = found + part.trimmed().size();
    }
    return whole.size() > shortened.size() - 1;
}

// Where a scroll bar leads to the rest, an edge of the view may cut.
struct Scrolled {
    bool horizontally = false;
    bool vertically = false;
};

Scrolled scrolledBy(const QWidget& widget)
{
    const auto* area = qobject_cast<const QAbstractScrollArea*>(widget.parentWidget());
    if (area == nullptr || area->viewport() != &widget) {
        return {};
    }
    if (const auto* header = qobject_cast<const QHeaderView*>(area)) {
        const auto* table = qobject_cast<const QAbstractScrollArea*>(header->parentWidget());
        return {table != nullptr && table->horizontalScrollBar()->maximum() > 0, false};
    }
    return {area->horizontalScrollBar()->maximum() > 0, area->verticalScrollBar()->maximum() > 0};
}

bool isCut(const PaintedText& text, Scrolled scrolled)
{
    const QRectF place = text.clip.adjusted(-kTolerance, -kTolerance, kTolerance, kTolerance);
    const bool isWide = text.rect.left() < place.left() || text.rect.right() > place.right();
    const bool isHigh = text.letters.top() < place.top() || text.letters.bottom() > place.bottom();
    return (isWide && !scrolled.horizontally) || (isHigh && !scrolled.vertically);
}

// A line that is edited scrolls under the cursor; one that is only read needs its tooltip.
bool mayScroll(const QWidget& widget)
{
    const auto* edit = qobject_cast<const QLineEdit*>(&widget);
    return edit != nullptr && (!edit->isReadOnly() || !edit->toolTip().isEmpty());
}

void auditOne(const ShownWidget& shown, Defects& defects)
{
    const Scrolled scrolled = scrolledBy(*shown.widget);
    for (const PaintedText& text : shown.texts) {
        if (isCut(text, scrolled) && !mayScroll(*shown.widget)) {
            defects.push_back({DefectKind::CutText, pathOf(*shown.widget),
                               QStringLiteral("\"%1\" needs %2 x %3, has %4 x %5")
                                   .arg(text.text)
                                   .arg(text.rect.width(), 0, 'f', 0)
                                   .arg(text.letters.height(), 0, 'f', 0)
                                   .arg(text.clip.width(), 0, 'f', 0)
                                   .arg(text.clip.height(), 0, 'f', 0)});
        }
        if (isShortened(text, *shown.widget)) {
            const QString tip = tooltipAt(*shown.widget, text.rect.center().toPoint());
            if (!tells(tip, text.text)) {
                defects.push_back(
                    {DefectKind::CutText, pathOf(*shown.widget),
                     QStringLiteral("\"%1\" has no tooltip but \"%2\"").arg(text.text, tip)});
            }
        }
    }
}

void auditLabels(const ShownWidget& shown, Defects& defects)
{
    for (const ChartLabel& label : shown.labels) {
        if (!label.text.contains(kEllipsis)) {
            continue;
        }
        const QString tip = tooltipAt(*shown.widget, label.rect.center().toPoint());
        if (!tells(tip, label.text)) {
            defects.push_back(
                {DefectKind::CutText, pathOf(*shown.widget),
                 QStringLiteral("\"%1\" has no tooltip but \"%2\"").arg(label.text, tip)});
        }
    }
}

void auditOverlaid(const ShownWidget& shown, Defects& defects)
{
    constexpr QMarginsF kTextTouch(1, 2, 1, 2);
    for (std::size_t i = 0; i < shown.texts.size(); ++i) {
        const QRectF one = shown.texts[i].rect.intersected(shown.texts[i].clip) - kTextTouch;
        for (std::size_t j = i + 1; j < shown.texts.size(); ++j) {
            const QRectF other = shown.texts[j].rect.intersected(shown.texts[j].clip) - kTextTouch;
            if (one.isValid() && other.isValid() && one.intersects(other)) {
                defects.push_back({DefectKind::OverlaidText, pathOf(*shown.widget),
                                   QStringLiteral("\"%1\" and \"%2\"")
                                       .arg(shown.texts[i].text, shown.texts[j].text)});
            }
        }
    }
}

void closeTip()
{
    for (QWidget* top : QApplication::topLevelWidgets()) {
        if (top->objectName() == QStringLiteral("qtooltip_label")) {
            top->close();
        }
    }
}

} // namespace

QString tooltipAt(QWidget& widget, const QPoint& at)
{
    closeTip();
    // As Qt does it: whoever does not want the event lets its parent have it.
    QPoint place = at;
    for (QWidget* asked = &widget; asked != nullptr; asked = asked->parentWidget()) {
        QHelpEvent help(QEvent::ToolTip, place, asked->mapToGlobal(place));
        help.ignore();
        QApplication::sendEvent(asked, &help);
        if (help.isAccepted() || asked->isWindow()) {
            break;
        }
        place = asked->mapToParent(place);
    }
    const QString tip = QToolTip::text();
    const QString text =
        Qt::mightBeRichText(tip) ? QTextDocumentFragment::fromHtml(tip).toPlainText() : tip;
    closeTip();
    return text;
}

void auditTexts(const Shown& shown, Defects& defects)
{
    for (const ShownWidget& one : shown.widgets) {
        auditOne(one, defects);
        auditLabels(one, defects);
        auditOverlaid(one, defects);
    }
}

} // namespace soak::ui
