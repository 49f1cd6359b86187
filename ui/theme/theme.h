// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the two looks is on, and the fonts. One Theme an application, passed by reference.
#pragma once

#include "ui/theme/colours.h"

#include <QFont>
#include <QObject>
#include <QPalette>

namespace soak::ui
{

enum class ThemeChoice { System, Light, Dark };

class Theme final : public QObject
{
    Q_OBJECT

public:
    // Applies nothing until choose() or applyTo() is called.
    explicit Theme(QObject* parent = nullptr);

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }

    [[nodiscard]] Tone tone() const { return m_tone; }

    [[nodiscard]] QColor colour(Ink ink) const { return colourOf(m_tone, ink); }

    // Follows the palette of the system, or does not; sets the palette of the application.
    void choose(ThemeChoice choice);

    // Base text is 12 px, the smallest 11 (UX 2.1).
    static QFont textFont();
    static QFont smallFont();
    static QFont strongFont(); // a heading
    // Figures of the same width, for numbers in columns. Qt 6.4 cannot ask a font for them: DejaVu
    // Sans has them by nature.
    static QFont numberFont();

Q_SIGNALS:
    void changed();

private:
    void apply(Tone tone);

    ThemeChoice m_choice = ThemeChoice::System;
    Tone m_tone = Tone::Light;
    Tone m_systemTone = Tone::Light;
};

// The palette of every widget in this tone.
QPalette paletteOf(Tone tone);
// What a palette cannot say: tabs, docks, tool bar, splitters.
QString styleSheetOf(Tone tone);

} // namespace soak::ui
