// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that asks a person something they must answer. Never blocks: the answer comes back
// by a call.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace soak::ui
{

struct Question {
    QString title;
    QString text;
    QStringList answers; // the last one is what Escape means
    int preferred = 0;   // what Enter means
};

// Shows the question above `parent`. `then` gets the index of the answer, unless `parent` is gone.
void ask(QWidget* parent, const Question& question, std::function<void(int)> then);

} // namespace soak::ui
