// SPDX-License-Identifier: GPL-3.0-or-later
// Where a number comes from, in a small panel beside it: formula, samples, file. Escape or a click
// elsewhere closes it.
#pragma once

#include "core/analysis/gate_inputs.h"
#include "ui/theme/theme.h"

#include <QFrame>

#include <vector>

class QLabel;
class QTableWidget;

namespace soak::ui
{

class SentenceLabel;

struct Explanation {
    QString title = {};
    QString value = {};  // with unit
    QString target = {}; // "" = there is none
    std::vector<Sentence> formula = {};
    std::vector<GateInput> samples = {}; // ascending
    int decimals = 0;                    // of the samples
    bool hasTarget = false;              // whether the samples met or broke one
};

Explanation explanationOf(const Judgement& judgement, const GateResult& result);
// Of one value of one iteration.
Explanation explanationOf(const SoakRun& run, Metric metric, int iteration);

class ExplainPopover final : public QFrame
{
    Q_OBJECT

public:
    explicit ExplainPopover(const Theme& theme, QWidget* parent);

    void setExplanation(const Explanation& explanation);
    // Shows it at `anchor`, inside its screen; deletes itself when closed.
    void showBelow(QWidget* anchor);

Q_SIGNALS:
    void linkFollowed(const soak::TextLink& link);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fillSamples(const Explanation& explanation);

    const Theme& m_theme;
    QLabel* m_title = nullptr;
    QLabel* m_value = nullptr;
    SentenceLabel* m_formula = nullptr;
    QTableWidget* m_samples = nullptr;
};

} // namespace soak::ui
