// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit/audit.h"

#include <QAction>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTextBrowser>
#include <QTextDocumentFragment>
#include <QWidget>

#include <algorithm>

namespace soak::ui
{
namespace
{

// Documents show files as they are, and some labels what the core said of a file (the property
// "verbatim"): their language is that of files and reports.
bool isDocument(const QWidget& widget)
{
    for (const QWidget* at = &widget; at != nullptr; at = at->parentWidget()) {
        if (at->property("verbatim").toBool()) {
            return true;
        }
    }
    const QWidget* parent = widget.parentWidget();
    return qobject_cast<const QPlainTextEdit*>(parent) != nullptr ||
           qobject_cast<const QTextBrowser*>(parent) != nullptr;
}

class RussianAudit final
{
public:
    explicit RussianAudit(Defects& defects) : m_defects(defects) {}

    void expect(const QWidget& widget, const char* where, const QString& text)
    {
        const QString plain =
            Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
        if (const QStringList words = foreignWords(plain); !words.isEmpty()) {
            m_defects.push_back(
                {DefectKind::Untranslated, pathOf(widget),
                 QStringLiteral("%1 \"%2\": %3")
                     .arg(QLatin1String(where), plain, words.join(QStringLiteral(", ")))});
        }
    }

private:
    Defects& m_defects;
};

} // namespace

QStringList foreignWords(const QString& text)
{
    // Names that are data (profiles, engines, tuners), files, options, keys, levels, commands
    // (whole in `, or cut).
    static const QRegularExpression kKept(QStringLiteral(
        "`[^`]*(`|$)|\\bsoak history [a-z]+( "
        "DIR)?|\\S*[/_\\\\:=~]\\S*|\\S*\\w\\.\\w\\S*|\\S*[0-9]\\S*|--?[a-z]\\S*|[A-Z]{2,}|"
        "\\b(Ctrl|Shift|Alt|Esc|Escape|Delete|Left|Right|Insert|Enter|Home|End|Tab|Backspace|Space)"
        "\\b|"
        "\\b(soak|report|show|Soak Workbench|English|Markdown|Patch|mission|micro|mock|command|"
        "canary|bound|test|sim)\\b"));
    QString rest = text;
    rest.remove(kKept);
    static const QRegularExpression kLatin(QStringLiteral("[A-Za-z]{3,}"));
    QStringList words;
    for (auto at = kLatin.globalMatch(rest); at.hasNext();) {
        words << at.next().captured();
    }
    return words;
}

void auditRussian(const Shown& shown, Defects& defects)
{
    RussianAudit audit(defects);
    audit.expect(*shown.window, "title", shown.window->windowTitle());
    for (const QAction* action : shown.window->findChildren<QAction*>()) {
        audit.expect(*shown.window, "action", QString(action->text()).remove(QLatin1Char('&')));
    }
    for (const ShownWidget& one : shown.widgets) {
        if (isDocument(*one.widget)) {
            continue;
        }
        for (const PaintedText& text : one.texts) {
            audit.expect(*one.widget, "shows", text.text);
        }
        for (const ChartLabel& label : one.labels) {
            audit.expect(*one.widget, "shows", label.text);
        }
        audit.expect(*one.widget, "tells", one.widget->toolTip());
        audit.expect(*one.widget, "is called", one.widget->accessibleName());
        audit.expect(*one.widget, "describes", one.widget->accessibleDescription());
    }
}

} // namespace soak::ui
