// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/headline.h"

namespace soak::ui
{

Headline::Headline(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context)
{
}

} // namespace soak::ui
