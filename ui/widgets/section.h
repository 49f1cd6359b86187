// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a panel: a heading, what belongs to it, and a line above.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace soak::ui
{

class ElidedLabel;

class Section final : public QWidget
{
    Q_OBJECT

public:
    Section(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);

    [[nodiscard]] QVBoxLayout* body() const { return m_body; }

    // To the right of the heading.
    void addCorner(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    ElidedLabel* m_title = nullptr;
    QHBoxLayout* m_top = nullptr;
    QVBoxLayout* m_body = nullptr;
};

} // namespace soak::ui
