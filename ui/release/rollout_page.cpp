// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/rollout_page.h"

#include "core/release/release_stages.h"
#include "core/report/report_text.h"
#include "ui/release/cells_table.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/ink_label.h"

#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

QString gateWords(const CanaryStage& stage)
{
    QStringList words;
    if (stage.asksForNoErrors) {
        words << RolloutPage::tr("no errors");
    }
    for (const GateSpec& gate : stage.gates) {
        words << coreWord(gateTitle(gate)) + QLatin1Char(' ') + localQuantity(targetText(gate));
    }
    return words.join(QStringLiteral(", "));
}

// "24-48 h", "-".
QString durationWords(const std::string& duration)
{
    QString text = toQString(duration);
    if (text == QLatin1String("-")) {
        return QStringLiteral("\u2014");
    }
    if (text.endsWith(QLatin1String(" h"))) {
        text.chop(2);
        return RolloutPage::tr("%1 h").arg(text.replace(QLatin1Char('-'), QChar(0x2013)));
    }
    return text;
}

QString triggerTitle(const RollbackTrigger& trigger)
{
    const std::optional<Metric> metric = metricFromKey(trigger.metric);
    return metric ? metricTitle(*metric) : coreText(trigger.title);
}

CellRows stageRows()
{
    CellRows rows;
    for (const CanaryStage& stage : canaryStages()) {
        rows.push_back({{toQString(stage.id), {}, std::nullopt, true},
                        {RolloutPage::tr("%1 %").arg(stage.trafficPct)},
                        {durationWords(stage.duration)},
                        {gateWords(stage), {}, std::nullopt, false, true}});
    }
    return rows;
}

CellRows triggerRows()
{
    CellRows rows;
    for (const RollbackTrigger& trigger : rollbackTriggers()) {
        const std::string limit = std::string(keyOf(trigger.op)) + " " +
                                  shortNumber(trigger.threshold) + unitSuffix(trigger.unit);
        rows.push_back({{triggerTitle(trigger), {}, std::nullopt, true},
                        {localQuantity(limit)},
                        {RolloutPage::tr("%1 min").arg(trigger.minutes)},
                        {trigger.action == "full" ? RolloutPage::tr("full rollback")
                                                  : RolloutPage::tr("quick rollback"),
                         {},
                         std::nullopt,
                         false,
                         true}});
    }
    return rows;
}

} // namespace

RolloutPage::RolloutPage(const Theme& theme, QWidget* parent) : QWidget(parent)
{
    auto* stages = new CellsTable(theme, tr("Stages of the canary"),
                                  {tr("Stage"), tr("Traffic"), tr("For"), tr("Gate")}, 3, this);
    auto* triggers =
        new CellsTable(theme, tr("What sends it back"),
                       {tr("Metric"), tr("Trigger"), tr("For"), tr("What is done")}, 3, this);
    for (CellsTable* table : {stages, triggers}) {
        table->fitHeight();
    }
    stages->setRows(stageRows());
    triggers->setRows(triggerRows());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(inkLabel(theme, Ink::Text, tr("Stages of the canary"), Theme::strongFont()));
    layout->addWidget(stages);
    layout->addSpacing(10);
    layout->addWidget(inkLabel(theme, Ink::Text, tr("What sends it back"), Theme::strongFont()));
    layout->addWidget(triggers);
    layout->addWidget(inkLabel(theme, Ink::Muted,
                               tr("The bundle has both in rollback_plan.md; `soak canary` writes "
                                  "the checklist and checks a stage.")));
    layout->addStretch(1);
}

} // namespace soak::ui
