// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/inspector_panel.h"

namespace soak::ui
{

InspectorPanel::InspectorPanel(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context)
{
}

} // namespace soak::ui
