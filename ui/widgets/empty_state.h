// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where there is nothing to show: what is missing, and what to do about it.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;

namespace soak::ui
{

class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const Theme& theme, QWidget* parent = nullptr);

    void setText(const QString& title, const QString& text);
    // "No run is open", and how to open one.
    void setNoRun();

private:
    void colour();

    const Theme& m_theme;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
};

} // namespace soak::ui
