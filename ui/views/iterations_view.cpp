// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/iterations_view.h"

namespace soak::ui
{

IterationsView::IterationsView(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context)
{
}

} // namespace soak::ui
