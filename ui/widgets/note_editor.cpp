// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/note_editor.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace soak::ui
{
namespace
{

constexpr QSize kSize{420, 240};

bool isSameSubject(const RunNote& a, const RunNote& b)
{
    return a.from == b.from && a.to == b.to;
}

} // namespace

NoteEditor::NoteEditor(const QString& run, RunNote note, std::vector<RunNote> subjects,
                       QWidget* parent)
    : QDialog(parent), m_note(std::move(note)), m_subjects(std::move(subjects)),
      m_subject(new QComboBox(this)), m_text(new QPlainTextEdit(this)), m_by(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Note on %1").arg(run));
    const auto own = std::ranges::find_if(
        m_subjects, [this](const RunNote& one) { return isSameSubject(one, m_note); });
    const auto chosen = own - m_subjects.begin();
    if (own == m_subjects.end()) {
        m_subjects.push_back(m_note);
    }
    for (const RunNote& subject : m_subjects) {
        m_subject->addItem(subjectOf(subject));
    }
    m_subject->setCurrentIndex(static_cast<int>(chosen));
    m_subject->setAccessibleName(tr("What the note is about"));
    m_text->setPlainText(m_note.text);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Text of the note"));
    m_by->setText(m_note.by);
    m_by->setAccessibleName(tr("By whom"));
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setToolTip(tr("Keep the note (Ctrl+Enter)"));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto* form = new QFormLayout(this);
    form->addRow(tr("&About"), m_subject);
    form->addRow(tr("&Note"), m_text);
    form->addRow(tr("&By"), m_by);
    form->addRow(buttons);
    resize(kSize);
    const auto allow = [this] { m_save->setEnabled(!m_text->toPlainText().trimmed().isEmpty()); };
    allow();
    connect(m_text, &QPlainTextEdit::textChanged, this, allow);
    connect(buttons, &QDialogButtonBox::accepted, this, &NoteEditor::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &NoteEditor::reject);
    m_text->setFocus();
}

void NoteEditor::save()
{
    if (!m_save->isEnabled()) {
        return;
    }
    const RunNote& subject = m_subjects.at(static_cast<std::size_t>(m_subject->currentIndex()));
    m_note.text = m_text->toPlainText().trimmed();
    m_note.by = m_by->text().trimmed();
    m_note.atMs = QDateTime::currentMSecsSinceEpoch();
    m_note.from = subject.from;
    m_note.to = subject.to;
    Q_EMIT written(m_note);
    accept();
}

void NoteEditor::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        save();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace soak::ui
