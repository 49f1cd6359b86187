// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ink_label.h"

namespace soak::ui
{

ElidedLabel* inkLabel(const Theme& theme, Ink ink, const QString& text, const QFont& font)
{
    auto* label = new ElidedLabel(text);
    label->setFont(font);
    label->setInk([ink, &theme] { return theme.colour(ink); });
    QObject::connect(&theme, &Theme::changed, label, qOverload<>(&QWidget::update));
    return label;
}

} // namespace soak::ui
