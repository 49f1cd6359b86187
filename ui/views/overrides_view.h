// SPDX-License-Identifier: GPL-3.0-or-later
// Which parameter changed when: differences between any two iterations, heat map.
#pragma once

#include "core/analysis/explain.h"
#include "ui/session/view_context.h"

#include <QWidget>

namespace soak::ui
{

class OverridesView final : public QWidget
{
    Q_OBJECT

public:
    explicit OverridesView(const ViewContext& context, QWidget* parent = nullptr);

Q_SIGNALS:
    // Somebody followed a link; the window knows where it leads.
    void linkActivated(const soak::TextLink& link);

private:
    ViewContext m_context;
};

} // namespace soak::ui
