// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ink_label.h"

namespace soak::ui
{

ElidedLabel* inkLabel(const Theme& theme, Ink ink, const QString& text, const QFont& font)
{
    auto* label = new ElidedLabel(text);
    label->setFont(font);
    const auto colour = [label, ink, &theme] {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, theme.colour(ink));
        label->setPalette(palette);
    };
    colour();
    QObject::connect(&theme, &Theme::changed, label, colour);
    return label;
}

} // namespace soak::ui
