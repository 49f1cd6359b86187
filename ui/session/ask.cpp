// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/ask.h"

#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace soak::ui
{

void ask(QWidget* parent, const Question& question, std::function<void(int)> then)
{
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setWindowTitle(question.title);
    box->setText(question.text);
    QList<QPushButton*> buttons;
    for (int i = 0; i < question.answers.size(); ++i) {
        const bool isLast = i + 1 == question.answers.size();
        auto* button = box->addButton(question.answers[i],
                                      isLast ? QMessageBox::RejectRole : QMessageBox::AcceptRole);
        button->setAccessibleName(question.answers[i]);
        buttons.append(button);
    }
    box->setDefaultButton(buttons.value(question.preferred));
    box->setEscapeButton(buttons.isEmpty() ? nullptr : buttons.last());
    QObject::connect(box, &QMessageBox::finished, parent, [box, buttons, then = std::move(then)] {
        auto* clicked = qobject_cast<QPushButton*>(box->clickedButton());
        const auto index = buttons.indexOf(clicked);
        then(static_cast<int>(index < 0 ? buttons.size() - 1 : index));
    });
    box->open();
}

} // namespace soak::ui
