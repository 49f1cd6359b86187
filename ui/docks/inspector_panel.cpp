// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/inspector_panel.h"

#include "core/analysis/number_sources.h"
#include "core/analysis/override_rows.h"
#include "ui/docks/inspector_decomposition.h"
#include "ui/docks/inspector_effects.h"
#include "ui/docks/inspector_file.h"
#include "ui/docks/inspector_notes.h"
#include "ui/docks/inspector_overrides.h"
#include "ui/docks/inspector_values.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/about_sim.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/explainer.h"
#include "ui/widgets/follow_primary.h"
#include "ui/widgets/ink_label.h"
#include "ui/widgets/layout_pause.h"
#include "ui/widgets/meaning.h"
#include "ui/widgets/replay_words.h"
#include "ui/widgets/section.h"
#include "ui/widgets/sentence_label.h"
#include "ui/widgets/verdict_chip.h"
#include "ui/widgets/waterfall.h"

#include <QScrollArea>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr std::chrono::milliseconds kFrame{16};

QFont titleFont()
{
    QFont font = Theme::strongFont();
    font.setPixelSize(13);
    return font;
}

// Why there is no row for `iteration`.
QString absenceText(const SoakRun& run, int iteration)
{
    for (const Finding& finding : run.findings) {
        if (finding.iteration == iteration && finding.kind == FindingKind::LoadError) {
            return InspectorPanel::tr("Its file could not be read: %1").arg(coreText(finding.text));
        }
    }
    if (std::ranges::binary_search(run.unreadable, iteration)) {
        return InspectorPanel::tr("Its file could not be read.");
    }
    return InspectorPanel::tr("There is no ITER_SUMMARY_%1.json.").arg(iteration);
}

} // namespace

InspectorPanel::InspectorPanel(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_later(new QTimer(this)),
      m_stack(new QStackedLayout(this)), m_empty(new EmptyState(context.theme, this))
{
    setAccessibleName(tr("Inspector"));
    setMinimumWidth(240);
    m_stack->addWidget(m_empty);
    build();
    follow();
}

void InspectorPanel::build()
{
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    // Born in its place: the style would look anew at each widget of one that is moved there.
    auto* page = new QWidget(scroll->viewport());
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_title = inkLabel(m_context.theme, Ink::Text, {}, titleFont());
    m_chip = new VerdictChip(m_context.theme);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(8, 8, 8, 8);
    top->addWidget(m_title, 1);
    top->addWidget(m_chip);
    layout->addLayout(top);
    m_why = new Section(m_context.theme, tr("Why"), page);
    m_sentences = new SentenceLabel(m_context.theme);
    m_sentences->setFlow(SentenceLabel::Flow::Lines);
    m_why->body()->addWidget(m_sentences);
    m_overrides = new Section(m_context.theme, tr("Overrides"), page);
    m_tree = new InspectorOverrides(m_context.theme);
    m_noOverrides =
        inkLabel(m_context.theme, Ink::Muted, tr("not recorded: no runtime_overrides in its file"),
                 Theme::textFont());
    m_replayed = new SentenceLabel(m_context.theme);
    m_overrides->body()->addWidget(m_replayed);
    m_overrides->body()->addWidget(m_tree);
    m_overrides->body()->addWidget(m_noOverrides);
    m_effectsSection = new Section(m_context.theme, tr("Effect on the next iteration"), page);
    m_effects = new InspectorEffects(m_context.theme);
    m_effectsSection->body()->addWidget(m_effects);
    m_decomposition = new Section(m_context.theme, metricTitleWithUnit(Metric::NetBps), page);
    m_waterfall = new Waterfall(m_context.theme);
    m_waterfall->setAccessibleName(tr("What the net edge is made of"));
    m_decomposition->body()->addWidget(m_waterfall);
    auto* atCursor = new Section(m_context.theme, tr("At the cursor"), page);
    m_values = new CursorValues(m_context);
    atCursor->body()->addWidget(m_values);
    auto* marked = new Section(m_context.theme, tr("Between two iterations"), page);
    m_marks = new MarkedRange(m_context);
    marked->body()->addWidget(m_marks);
    buildNotes(page);
    auto* file = new Section(m_context.theme, tr("File"), page);
    m_file = new InspectorFile(m_context);
    file->body()->addWidget(m_file);
    m_about = new Section(m_context.theme, tr("About engine sim"), page);
    m_about->body()->addWidget(new AboutSim);
    for (Section* section : {m_why, m_overrides, m_effectsSection, m_decomposition, atCursor,
                             marked, m_notesSection, file, m_about}) {
        layout->addWidget(section);
    }
    layout->addStretch(1);
    scroll->setWidget(page);
    m_stack->addWidget(scroll);
    addExplainers();
}

void InspectorPanel::buildNotes(QWidget* page)
{
    m_notesSection = new Section(m_context.theme, tr("Notes (%1)").arg(0), page);
    m_notes = new InspectorNotes(m_context);
    m_notesSection->body()->addWidget(m_notes);
    auto* write = new QToolButton;
    write->setText(tr("Write\u2026"));
    write->setAutoRaise(true);
    write->setFocusPolicy(Qt::StrongFocus);
    write->setAccessibleName(tr("Write a note"));
    write->setToolTip(tr("Write a note on this iteration, the range from A to B or the run "
                         "(Ctrl+N)"));
    m_notesSection->addCorner(write);
    connect(write, &QToolButton::clicked, this, &InspectorPanel::noteRequested);
    connect(m_notes, &InspectorNotes::editRequested, this, &InspectorPanel::noteEditRequested);
    connect(m_notes, &InspectorNotes::countChanged, this,
            [this] { m_notesSection->setTitle(tr("Notes (%1)").arg(m_notes->count())); });
}

// The sentences say where theirs come from, the waterfall and the overrides where they were read.
void InspectorPanel::addExplainers()
{
    new Explainer(m_sentences, [this](const QWidget*) -> std::optional<Explanation> {
        const OpenRun* run = m_context.primary();
        const std::optional<int> shown = iteration();
        if (run == nullptr || !shown) {
            return std::nullopt;
        }
        Explanation explanation{.title = tr("Iteration %1").arg(*shown),
                                .formula = m_sentences->sentences()};
        for (const Metric metric : kInspectedMetrics) {
            const auto row = run->run->table.rowOf(*shown);
            const bool isThere = row && run->run->table.at(metric, *row).has_value();
            for (Sentence& source : valueSource(metric, *shown, isThere)) {
                explanation.formula.push_back(std::move(source));
            }
        }
        return explanation;
    });
    m_waterfall->setFocusPolicy(Qt::StrongFocus);
    new Explainer(m_waterfall, [this](const QWidget*) -> std::optional<Explanation> {
        const OpenRun* run = m_context.primary();
        const std::optional<int> shown = iteration();
        const auto parts =
            run != nullptr && shown ? decompositionOf(*run->run, *shown) : std::nullopt;
        if (!parts) {
            return std::nullopt;
        }
        Explanation explanation = explanationOf(*run->run, Metric::NetBps, *shown);
        explanation.formula = decompositionSource(*parts, *shown);
        return explanation;
    });
    new Explainer(m_tree, [this](const QWidget*) -> std::optional<Explanation> {
        const std::optional<int> shown = iteration();
        if (!shown || m_tree->currentPath().isEmpty()) {
            return std::nullopt;
        }
        return Explanation{.title = m_tree->currentPath(),
                           .value = m_tree->currentValues(),
                           .formula =
                               parameterSource(m_tree->currentPath().toStdString(), *shown, true)};
    });
}

void InspectorPanel::follow()
{
    m_later->setSingleShot(true);
    m_later->setInterval(kFrame);
    connect(m_later, &QTimer::timeout, this, &InspectorPanel::showIteration);
    connect(&m_context.selection, &Selection::cursorChanged, m_later, qOverload<>(&QTimer::start));
    connect(&m_context.selection, &Selection::marksChanged, this, [this] { m_marks->refresh(); });
    new FollowWhileSeen(m_context, this, [this] { showIteration(); });
    connect(m_sentences, &SentenceLabel::linkFollowed, this, &InspectorPanel::linkActivated);
    connect(m_values, &CursorValues::linkFollowed, this, &InspectorPanel::linkActivated);
    connect(m_tree, &InspectorOverrides::menuRequested, this,
            [this](const QString& parameter, QPoint at) {
                if (const std::optional<int> shown = iteration()) {
                    Q_EMIT parameterMenuRequested(*shown, parameter, at);
                }
            });
    connect(m_tree, &InspectorOverrides::parameterActivated, this, [this](const QString& path) {
        Q_EMIT linkActivated({.kind = LinkKind::Parameter, .name = path.toStdString()});
    });
}

std::optional<int> InspectorPanel::iteration() const
{
    const OpenRun* run = m_context.primary();
    if (run == nullptr) {
        return std::nullopt;
    }
    if (const std::optional<int> cursor = m_context.selection.cursor()) {
        return cursor;
    }
    const auto iterations = run->run->table.iterations();
    return iterations.empty() ? std::nullopt : std::optional(iterations.back());
}

void InspectorPanel::showIteration()
{
    const OpenRun* run = m_context.primary();
    const std::optional<int> shown = iteration();
    m_stack->setCurrentIndex(run != nullptr && shown ? 1 : 0);
    if (run == nullptr || !shown) {
        run == nullptr ? m_empty->setNoRun()
                       : m_empty->setText(tr("No iteration yet"), tr("The run has none so far."));
        return;
    }
    const LayoutPause pause(*m_about->parentWidget()->layout());
    m_about->setVisible(run->run->info && run->run->info->engine == "sim");
    const bool isNewest = !m_context.selection.cursor();
    m_title->setText(isNewest ? tr("Iteration %1, the newest").arg(*shown)
                              : tr("Iteration %1").arg(*shown));
    if (run->run->table.rowOf(*shown)) {
        showPresent(*run, *shown);
    } else {
        showAbsent(*run, *shown);
    }
    m_values->setIteration(shown);
    m_notes->setIteration(shown);
    m_file->setIteration(shown);
    m_marks->refresh();
}

void InspectorPanel::showPresent(const OpenRun& run, int iteration)
{
    const Judgement& judgement = *run.judgement;
    const std::size_t row = *run.run->table.rowOf(iteration);
    m_chip->setVisible(row < judgement.iterationGates.size());
    if (row < judgement.iterationGates.size()) {
        const IterationGate& gate = judgement.iterationGates[row];
        const Meaning meaning = meaningOf(gate.status);
        m_chip->setVerdict(meaning);
        m_chip->setToolTip(gate.warnMode ? tr("Soft gate of this iteration; warm-up only warns")
                                         : tr("Soft gate of this iteration"));
    }
    m_sentences->setPrefix({});
    m_sentences->setSentences(explainIteration(judgement, iteration));
    const std::vector<OverrideRow> rows = overrideRows(judgement, iteration);
    m_tree->setRows(rows);
    m_tree->setVisible(!rows.empty());
    m_noOverrides->setVisible(rows.empty());
    const QString replayed = replayedDetail(*run.run);
    m_replayed->setPrefix(replayed);
    m_replayed->setVisible(!replayed.isEmpty());
    m_overrides->show();
    showEffects(*run.run, iteration);
    const std::optional<Decomposition> decomposition = decompositionOf(*run.run, iteration);
    m_decomposition->setVisible(decomposition.has_value());
    if (decomposition) {
        m_waterfall->setParts(decompositionParts(*decomposition), specOf(Metric::NetBps).decimals);
    }
}

void InspectorPanel::showAbsent(const OpenRun& run, int iteration)
{
    m_chip->show();
    m_chip->setVerdict(Meaning::NoData);
    m_chip->setToolTip({});
    m_sentences->setSentences({});
    m_sentences->setPrefix(absenceText(*run.run, iteration));
    m_overrides->hide();
    m_effectsSection->hide();
    m_decomposition->hide();
}

void InspectorPanel::showEffects(const SoakRun& run, int iteration)
{
    const std::optional<ExpectedEffects> effects = expectedEffects(run, iteration);
    m_effectsSection->setVisible(effects.has_value());
    if (effects) {
        m_effects->setEffects(*effects);
    }
}

} // namespace soak::ui
