// SPDX-License-Identifier: GPL-3.0-or-later
// The reports of the run: rendered, as source, as JSON.
#pragma once

#include "core/analysis/explain.h"
#include "ui/session/view_context.h"

#include <QWidget>

namespace soak::ui
{

class ReportsView final : public QWidget
{
    Q_OBJECT

public:
    explicit ReportsView(const ViewContext& context, QWidget* parent = nullptr);

Q_SIGNALS:
    // Somebody followed a link; the window knows where it leads.
    void linkActivated(const soak::TextLink& link);

private:
    ViewContext m_context;
};

} // namespace soak::ui
