// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/reports_view.h"

namespace soak::ui
{

ReportsView::ReportsView(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context)
{
}

} // namespace soak::ui
