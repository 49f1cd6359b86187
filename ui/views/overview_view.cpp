// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overview_view.h"

namespace soak::ui
{

OverviewView::OverviewView(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context)
{
}

} // namespace soak::ui
