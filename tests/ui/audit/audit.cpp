// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit/audit.h"

namespace soak::ui
{

Defects audit(QWidget& window, Script script)
{
    const Shown shown = shownNow(window);
    Defects defects;
    auditTexts(shown, defects);
    auditSiblings(shown, defects);
    auditCharts(shown, defects);
    auditContrast(shown, defects);
    if (script == Script::Russian) {
        auditRussian(shown, defects);
    }
    return defects;
}

} // namespace soak::ui
