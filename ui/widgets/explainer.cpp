// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/explainer.h"

#include <QWidget>

#include <utility>

namespace soak::ui
{

Explainer::Explainer(QWidget* of, Answer answer) : QObject(of), m_answer(std::move(answer)) {}

const Explainer* Explainer::nearest(const QWidget* focus)
{
    for (const QWidget* at = focus; at != nullptr; at = at->parentWidget()) {
        if (const auto* here = at->findChild<Explainer*>(QString(), Qt::FindDirectChildrenOnly)) {
            return here;
        }
    }
    return nullptr;
}

} // namespace soak::ui
