// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overrides_view.h"

namespace soak::ui
{

OverridesView::OverridesView(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context)
{
}

} // namespace soak::ui
