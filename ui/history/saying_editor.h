// SPDX-License-Identifier: GPL-3.0-or-later
// Where a tag, a release, a note or a decision about remembered runs is written. It stays open
// until what was written is in the history; Ctrl+Enter saves, Escape leaves all as it was.
#pragma once

#include "ui/history/run_words.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace soak::ui
{

class SayingEditor final : public QDialog
{
    Q_OBJECT

public:
    // `about`: the run's name, or how many there are. `by`: whom it begins with.
    SayingEditor(SayingKind kind, const QString& about, const QString& by, QWidget* parent);

    // It could not be saved: says why, and can be tried again.
    void refuse(const QString& why);

Q_SIGNALS:
    void said(const soak::ui::Saying& saying);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addFields(QFormLayout& form, const QString& by);
    [[nodiscard]] QString text() const;
    void allow();
    void save();

    SayingKind m_kind;
    QComboBox* m_decision = nullptr; // of a decision
    QLineEdit* m_word = nullptr;     // of a tag and a release
    QPlainTextEdit* m_text = nullptr;
    QLineEdit* m_by = nullptr;
    QLabel* m_trouble = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace soak::ui
