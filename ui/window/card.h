// SPDX-License-Identifier: GPL-3.0-or-later
// A framed surface on which a part of the window lies.
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

class QVBoxLayout;

namespace soak::ui
{

class Card final : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const Theme& theme, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

// `content` on a card, with room around it; `content` may come later by cardLayout().
QWidget* carded(const Theme& theme, QWidget* content, const QMargins& around);
QVBoxLayout* cardLayout(QWidget* made);

} // namespace soak::ui
