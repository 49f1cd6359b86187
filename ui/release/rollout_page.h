// SPDX-License-Identifier: GPL-3.0-or-later
// Step 3: the stages of the canary and what sends it back (DOMAIN 7.6).
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace soak::ui
{

class RolloutPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RolloutPage(const Theme& theme, QWidget* parent = nullptr);
};

} // namespace soak::ui
