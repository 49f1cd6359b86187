// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/guards_view.h"

#include "core/control/debounce.h"
#include "ui/theme/numbers.h"
#include "ui/views/guard_lane_chart.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/follow_primary.h"
#include "ui/widgets/ink_label.h"

#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace soak::ui
{
namespace
{

// Above so many rows the lanes are made in a job.
constexpr std::size_t kMostRowsAtOnce = 2'000;

} // namespace

GuardsView::GuardsView(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_stack(new QStackedLayout(this)),
      m_empty(new EmptyState(context.theme, this))
{
    setAccessibleName(tr("Guards"));
    m_stack->addWidget(m_empty);
    build();
    connect(&context.selection, &Selection::cursorChanged, this, &GuardsView::showReadout);
    new FollowWhileSeen(context, this, [this] { showRun(); });
}

void GuardsView::build()
{
    auto* page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    m_note = inkLabel(m_context.theme, Ink::Muted);
    m_readout = inkLabel(m_context.theme, Ink::Text, {}, Theme::textFont());
    m_chart = new GuardLaneChart(m_context);
    auto* scroll = new QScrollArea(page);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inner = new QWidget(scroll->viewport());
    inner->setBackgroundRole(QPalette::Base);
    inner->setAutoFillBackground(true);
    auto* lanes = new QVBoxLayout(inner);
    lanes->setContentsMargins(0, 0, 0, 0);
    lanes->addWidget(m_chart);
    lanes->addStretch(1);
    scroll->setWidget(inner);
    layout->addWidget(m_note);
    layout->addWidget(m_readout); // near the lanes, however few there are
    layout->addWidget(scroll, 1);
    m_stack->addWidget(page);
    connect(m_chart, &GuardLaneChart::linkActivated, this, &GuardsView::linkActivated);
    connect(m_chart, &GuardLaneChart::edgeActivated, this, &GuardsView::eventActivated);
}

void GuardsView::showRun()
{
    const OpenRun* run = m_context.primary();
    if (run == nullptr) {
        m_shown.reset();
        m_empty->setNoRun();
        m_stack->setCurrentIndex(0);
        return;
    }
    if (run->judgement == m_shown || m_isMaking) {
        return; // while lanes are made, what has grown meanwhile waits for them
    }
    m_shown = run->judgement;
    if (run->run->table.rowCount() <= kMostRowsAtOnce) {
        std::vector<Lane> lanes = guardLaneList(*run->judgement);
        std::vector<int> edges = edgesOf(lanes);
        showLanes(std::move(lanes), std::move(edges), *run->run);
        return;
    }

    struct Made {
        std::vector<Lane> lanes;
        std::vector<int> edges;
    };

    m_isMaking = true;
    m_context.session.jobs().run(
        tr("Guards of %1").arg(m_context.session.nameOf(run->identity)),
        [judgement = run->judgement](const std::stop_token&, const Progress&) {
            Made made{guardLaneList(*judgement), {}};
            made.edges = edgesOf(made.lanes);
            return made;
        },
        this,
        [this, made = run->judgement](Made done) {
            m_isMaking = false;
            if (m_shown == made) {
                showLanes(std::move(done.lanes), std::move(done.edges), *made->run);
            }
            showRun();
        });
}

void GuardsView::showLanes(std::vector<Lane> lanes, std::vector<int> edges, const SoakRun& run)
{
    if (lanes.empty()) {
        m_empty->setText(
            tr("No guard acted in this run"),
            tr("Signals and timers would be read from tuning.guards, which none of its "
               "ITER_SUMMARY_<n>.json has."));
        m_stack->setCurrentIndex(0);
        return;
    }
    const bool hasSignals = lanes.front().kind == LaneKind::Raw;
    m_note->setText(
        hasSignals
            ? tr("A guard opens after %1 ms of signal and closes after %2 ms without.")
                  .arg(numberText(kDebounceOpen.count(), 0), numberText(kDebounceClose.count(), 0))
            : tr("Signals and timers are not recorded (tuning.guards); the guards that acted "
                 "are."));
    const auto iterations = run.table.iterations();
    m_chart->setLanes(std::move(lanes), std::move(edges), iterations.front(), iterations.back());
    m_stack->setCurrentIndex(1);
    showReadout();
}

void GuardsView::showReadout()
{
    const auto cursor = m_context.selection.cursor();
    QString text = cursor ? m_chart->describe(*cursor) : tr("Point at a lane to read it.");
    m_readout->setText(text.replace(QLatin1Char('\n'), QStringLiteral(" \u00b7 ")));
}

} // namespace soak::ui
