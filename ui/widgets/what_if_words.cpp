// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/what_if_words.h"

#include "core/analysis/recorded_profile.h"
#include "core/analysis/what_if.h"
#include "ui/widgets/gate_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace soak::ui
{
namespace
{

QString whatIfText(const char* text)
{
    return QCoreApplication::translate("soak::ui::WhatIf", text);
}

} // namespace

QString whatIfWord()
{
    return whatIfText(QT_TRANSLATE_NOOP("soak::ui::WhatIf", "gate profile modified"));
}

QString whatIfDetail(const OpenRun& run)
{
    QStringList lines;
    for (const ThresholdChange& change :
         thresholdChanges(recordedProfileOf(*run.run).profile, run.judgement->profile)) {
        GateSpec recorded = change.gate;
        recorded.threshold = change.recorded;
        lines +=
            whatIfText(QT_TRANSLATE_NOOP("soak::ui::WhatIf", "%1: %2, recorded with the run: %3"))
                .arg(gateTitleText(change.gate), gateTargetText(change.gate),
                     gateTargetText(recorded));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace soak::ui
