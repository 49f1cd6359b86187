// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/saying_editor.h"

#include "ui/theme/numbers.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace soak::ui
{

namespace
{

constexpr int kEditorWidth = 420;
constexpr int kTextHeight = 110;

QString titleOf(SayingKind kind, const QString& about)
{
    switch (kind) {
    case SayingKind::Tag:
        return SayingEditor::tr("Tag %1").arg(about);
    case SayingKind::Release:
        return SayingEditor::tr("Mark a Release: %1").arg(about);
    case SayingKind::Note:
        return SayingEditor::tr("Note on %1").arg(about);
    case SayingKind::Decision:
        break;
    }
    return SayingEditor::tr("Decide about %1").arg(about);
}

} // namespace

SayingEditor::SayingEditor(SayingKind kind, const QString& about, const QString& by,
                           QWidget* parent)
    : QDialog(parent), m_kind(kind)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(titleOf(kind, about));
    auto* form = new QFormLayout(this);
    addFields(*form, by);
    m_trouble = new QLabel(this);
    m_trouble->setWordWrap(true);
    m_trouble->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_trouble->hide();
    form->addRow(m_trouble);
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setToolTip(tr("Keep it in the history (Ctrl+Enter)"));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    form->addRow(buttons);
    setMinimumWidth(kEditorWidth);
    connect(buttons, &QDialogButtonBox::accepted, this, &SayingEditor::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &SayingEditor::reject);
    allow();
}

void SayingEditor::addFields(QFormLayout& form, const QString& by)
{
    if (m_kind == SayingKind::Decision) {
        m_decision = new QComboBox(this);
        for (const char* decision : {"ship", "hold", "rerun"}) {
            m_decision->addItem(coreWord(decision), QLatin1String(decision));
        }
        m_decision->setAccessibleName(tr("Decision"));
        form.addRow(tr("&Decision"), m_decision);
    }
    if (m_kind == SayingKind::Tag || m_kind == SayingKind::Release) {
        const bool isTag = m_kind == SayingKind::Tag;
        m_word = new QLineEdit(this);
        m_word->setAccessibleName(isTag ? tr("Tag") : tr("Release"));
        m_word->setToolTip(tr("One word, as canary or v1.4"));
        form.addRow(isTag ? tr("&The tag") : tr("&Release"), m_word);
        connect(m_word, &QLineEdit::textChanged, this, &SayingEditor::allow);
    } else {
        const bool isNote = m_kind == SayingKind::Note;
        m_text = new QPlainTextEdit(this);
        m_text->setTabChangesFocus(true);
        m_text->setFixedHeight(kTextHeight);
        m_text->setAccessibleName(isNote ? tr("Text of the note") : tr("Why"));
        form.addRow(isNote ? tr("&Note") : tr("&Why"), m_text);
        connect(m_text, &QPlainTextEdit::textChanged, this, &SayingEditor::allow);
    }
    m_by = new QLineEdit(by, this);
    m_by->setAccessibleName(tr("By whom"));
    form.addRow(tr("&By"), m_by);
    connect(m_by, &QLineEdit::textChanged, this, &SayingEditor::allow);
    if (m_decision != nullptr) {
        m_decision->setFocus();
    } else if (m_word != nullptr) {
        m_word->setFocus();
    } else {
        m_text->setFocus();
    }
}

QString SayingEditor::text() const
{
    return (m_word != nullptr ? m_word->text() : m_text->toPlainText()).trimmed();
}

// A decision has somebody who answers for it.
void SayingEditor::allow()
{
    const bool isNamed = m_kind != SayingKind::Decision || !m_by->text().trimmed().isEmpty();
    if (m_save != nullptr) {
        m_save->setEnabled(isNamed && !text().isEmpty());
    }
}

void SayingEditor::save()
{
    if (!m_save->isEnabled()) {
        return;
    }
    m_save->setEnabled(false); // until the history has answered
    m_trouble->hide();
    Saying saying;
    saying.kind = m_kind;
    saying.text = text().toStdString();
    saying.by = m_by->text().trimmed().toStdString();
    if (m_decision != nullptr) {
        saying.decision = m_decision->currentData().toString().toStdString();
    }
    Q_EMIT said(saying);
}

void SayingEditor::refuse(const QString& why)
{
    m_trouble->setText(why);
    m_trouble->show();
    adjustSize();
    allow();
}

void SayingEditor::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        save();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace soak::ui
