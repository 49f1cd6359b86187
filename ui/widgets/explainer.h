// SPDX-License-Identifier: GPL-3.0-or-later
// Gives a widget an answer to F1: where the number comes from that it shows. The window asks the
// nearest one at or above the widget in focus.
#pragma once

#include "ui/widgets/explain_popover.h"

#include <QObject>

#include <functional>
#include <optional>

class QWidget;

namespace soak::ui
{

class Explainer final : public QObject
{
    Q_OBJECT

public:
    // `focus`: the widget in focus, `of` itself or one inside it. Nothing is to be explained now:
    // nullopt.
    using Answer = std::function<std::optional<Explanation>(const QWidget* focus)>;

    Explainer(QWidget* of, Answer answer);

    [[nodiscard]] std::optional<Explanation> answer(const QWidget* focus) const
    {
        return m_answer(focus);
    }

    // The nearest at or above `focus`; nullptr when there is none.
    static const Explainer* nearest(const QWidget* focus);

private:
    Answer m_answer;
};

} // namespace soak::ui
