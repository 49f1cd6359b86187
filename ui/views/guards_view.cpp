// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/guards_view.h"

namespace soak::ui
{

GuardsView::GuardsView(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context)
{
}

} // namespace soak::ui
