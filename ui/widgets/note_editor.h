// SPDX-License-Identifier: GPL-3.0-or-later
// Where a note is written: what it is about, its text, by whom. Enter makes a new line, Ctrl+Enter
// saves, Escape leaves all as it was.
#pragma once

#include "ui/session/workspace.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace soak::ui
{

class NoteEditor final : public QDialog
{
    Q_OBJECT

public:
    // `run`: its name. `note` is what the editor begins with; `subjects` are what it may be about,
    // of which only the iterations matter; that of `note` is offered too.
    NoteEditor(const QString& run, RunNote note, std::vector<RunNote> subjects, QWidget* parent);

Q_SIGNALS:
    // The note as it is now, of this moment.
    void written(const soak::ui::RunNote& note);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void save();

    RunNote m_note;
    std::vector<RunNote> m_subjects;
    QComboBox* m_subject = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QLineEdit* m_by = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace soak::ui
