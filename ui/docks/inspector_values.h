// SPDX-License-Identifier: GPL-3.0-or-later
// The goals' values at the cursor in every shown run, and at the marks A and B with what lies
// between them.
#pragma once

#include "core/analysis/explain.h"
#include "core/analysis/judge_range.h"
#include "core/model/kpi.h"
#include "ui/session/view_context.h"

#include <QWidget>

#include <array>
#include <memory>
#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace soak::ui
{

class ElidedLabel;
class ValueLabel;

// p95 latency, risk, net, maker share: as the charts stand.
inline constexpr std::array kInspectedMetrics{Metric::P95LatencyMs, Metric::RiskRatio,
                                              Metric::NetBps, Metric::MakerTakerRatio};

// A row per metric, a column per run in the run's colour; more than kMostRuns are counted.
class CursorValues final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostRuns = 3;

    explicit CursorValues(const ViewContext& context, QWidget* parent = nullptr);

    void setIteration(std::optional<int> iteration);

Q_SIGNALS:
    void linkFollowed(const soak::TextLink& link);

private:
    void rebuild();
    void fill();
    ValueLabel* valueAt(int row, int column);
    void explain(std::size_t metric, const QString& run, QWidget* anchor);

    ViewContext m_context;
    QGridLayout* m_grid = nullptr;
    std::vector<QString> m_runs;
    std::vector<ValueLabel*> m_values; // by metric, then run
    ElidedLabel* m_more = nullptr;
    std::optional<int> m_iteration;
};

// Of the primary run: A, B, what they differ by; mean, min and max of the range between. Without
// marks, of the range that the charts show.
class MarkedRange final : public QWidget
{
    Q_OBJECT

public:
    explicit MarkedRange(const ViewContext& context, QWidget* parent = nullptr);

    // Whether there is a mark or a range; else there is only the hint how to set it.
    bool refresh();

    [[nodiscard]] QString judgedText() const; // of the range, when it was asked for

Q_SIGNALS:
    void judged();
    void linkFollowed(const soak::TextLink& link);

private:
    // The ends, either of which may be absent.
    struct Ends {
        std::optional<int> first;
        std::optional<int> last;
        bool operator==(const Ends&) const = default;
    };

    [[nodiscard]] Ends ends() const;
    void judge();
    void showJudged(const Result<RangeJudgement>& range);
    void addExplainer(ElidedLabel* label, std::size_t metric, int column);

    ViewContext m_context;
    std::vector<ElidedLabel*> m_labels; // kColumns per line: heading, then two lines per metric
    QPushButton* m_judge = nullptr;
    QLabel* m_judged = nullptr;
    Ends m_judgedEnds;
    std::weak_ptr<const Judgement> m_judgedFor;
};

} // namespace soak::ui
