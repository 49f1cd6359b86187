// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/inspector_notes.h"

#include "ui/theme/icons.h"
#include "ui/widgets/ink_label.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace soak::ui
{
namespace
{

QToolButton* smallButton(const QString& text, const QString& tip)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

// "#33 · ann · 26.11.26 14:02"
QString aboutText(const RunNote& note)
{
    QStringList parts{subjectOf(note)};
    if (!note.by.isEmpty()) {
        parts << note.by;
    }
    if (note.atMs > 0) {
        parts << QLocale().toString(QDateTime::fromMSecsSinceEpoch(note.atMs),
                                    QLocale::ShortFormat);
    }
    return parts.join(QStringLiteral(" \u00b7 "));
}

} // namespace

InspectorNotes::InspectorNotes(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(6);
    connect(&context.session.workspace(), &Workspace::changed, this, &InspectorNotes::refresh);
    connect(&context.selection, &Selection::primaryChanged, this, &InspectorNotes::refresh);
}

void InspectorNotes::setIteration(std::optional<int> iteration)
{
    m_iteration = iteration;
    refresh();
}

void InspectorNotes::refresh()
{
    const QString& run = m_context.selection.primary();
    const std::vector<RunNote>& notes = m_context.session.workspace().marksOf(run).notes;
    std::vector<RunNote> shown;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        if (!m_iteration || concerns(notes[i], *m_iteration)) {
            shown.push_back(notes[i]);
            places.push_back(i);
        }
    }
    if (shown == m_shown && run == m_shownRun) {
        return;
    }
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < shown.size(); ++i) {
        m_rows->addWidget(row(shown[i], places[i]));
    }
    m_shown = std::move(shown);
    m_shownRun = run;
    m_count = static_cast<int>(m_shown.size());
    Q_EMIT countChanged();
}

QWidget* InspectorNotes::row(const RunNote& note, std::size_t index)
{
    auto* box = new QWidget;
    auto* text = new QLabel(note.text);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::WindowText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    ElidedLabel* about = inkLabel(m_context.theme, Ink::Muted, aboutText(note));
    auto* change = smallButton(tr("Change"), tr("Change this note"));
    change->setAccessibleName(tr("Change the note on %1").arg(subjectOf(note)));
    auto* remove = smallButton(tr("Remove"), tr("Remove this note; Undo brings it back"));
    remove->setAccessibleName(tr("Remove the note on %1").arg(subjectOf(note)));
    auto* below = new QHBoxLayout;
    below->setSpacing(2);
    below->addWidget(about, 1);
    below->addWidget(change);
    below->addWidget(remove);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(text);
    layout->addLayout(below);
    connect(change, &QToolButton::clicked, this,
            [this, index] { Q_EMIT editRequested(static_cast<int>(index)); });
    connect(remove, &QToolButton::clicked, this, [this, index] {
        m_context.session.workspace().removeNote(QString(m_context.selection.primary()), index);
    });
    return box;
}

} // namespace soak::ui
