// SPDX-License-Identifier: GPL-3.0-or-later
// Charts for people who do not see them: each ChartPane is a table of iterations by series, whose
// name follows the cursor.
#pragma once

namespace soak::ui
{

class ChartPane;

// Once is enough; further calls do nothing.
void installChartAccessibility();

// The pane shows another scene: cells that assistive tools were given are gone.
void forgetChartCells(ChartPane* pane);

} // namespace soak::ui
