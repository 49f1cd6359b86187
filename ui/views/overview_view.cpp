// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overview_view.h"

#include "core/report/quality_notes.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/views/overview_rows.h"
#include "ui/widgets/about_sim.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/explainer.h"
#include "ui/widgets/follow_primary.h"
#include "ui/widgets/headline.h"
#include "ui/widgets/ink_label.h"
#include "ui/widgets/replay_words.h"
#include "ui/widgets/section.h"
#include "ui/widgets/sentence_label.h"
#include "ui/widgets/tile_row.h"
#include "ui/widgets/verdict_chip.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

constexpr int kLinkWidth = 64;

void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        } else if (item->layout() != nullptr) {
            clear(item->layout());
        }
        delete item;
    }
}

ElidedLabel* selectable(ElidedLabel* label, const QString& name)
{
    label->setElideMode(Qt::ElideMiddle);
    label->setAccessibleName(name + QStringLiteral(": ") + label->text());
    return label;
}

// A finding leads to its iteration, told as a sentence so that its number is a link like any other.
Sentence iterationLink(int iteration)
{
    return {"{1}",
            {{"#" + std::to_string(iteration),
              TextLink{.kind = LinkKind::Iteration, .iteration = iteration}}},
            SentenceTone::Plain};
}

// A number that stands alone: focus it, and F1 says where it comes from.
void explain(QWidget* number, const QString& title, const QString& value,
             const std::vector<Sentence>& source)
{
    number->setFocusPolicy(Qt::StrongFocus);
    new Explainer(number,
                  [explanation = Explanation{.title = title, .value = value, .formula = source}](
                      const QWidget*) { return std::optional(explanation); });
}

} // namespace

OverviewView::OverviewView(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_stack(new QStackedLayout(this)),
      m_empty(new EmptyState(context.theme, this))
{
    setAccessibleName(tr("Overview"));
    m_empty->setNoRun();
    m_stack->addWidget(m_empty);
    build();
    new FollowWhileSeen(context, this, [this] { showRun(); });
}

void OverviewView::build()
{
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget(scroll->viewport());
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    auto* headline = new Headline(m_context, page);
    auto* tiles = new TileRow(m_context, GateTile::Size::Full, page);
    m_quality = new Section(m_context.theme, tr("Data quality"), page);
    m_blockers = new Section(m_context.theme, tr("Release"), page);
    m_header = new Section(m_context.theme, tr("Run"), page);
    m_about = new Section(m_context.theme, tr("About engine sim"), page);
    auto* about = new AboutSim;
    about->setUnfolded(true);
    m_about->body()->addWidget(about);
    layout->addWidget(headline);
    layout->addWidget(tiles);
    layout->addWidget(m_quality);
    layout->addWidget(m_blockers);
    layout->addWidget(m_header);
    layout->addWidget(m_about);
    layout->addStretch(1);
    scroll->setWidget(page);
    m_stack->addWidget(scroll);
    connect(headline, &Headline::linkActivated, this, &OverviewView::linkActivated);
    connect(tiles, &TileRow::linkActivated, this, &OverviewView::linkActivated);
}

void OverviewView::showRun()
{
    const OpenRun* run = m_context.primary();
    m_stack->setCurrentIndex(run == nullptr ? 0 : 1);
    if (run == nullptr) {
        return;
    }
    showQuality(*run);
    showBlockers(*run);
    showHeader(*run);
    m_about->setVisible(run->run->info && run->run->info->engine == "sim");
}

void OverviewView::showHeader(const OpenRun& run)
{
    clear(m_header->body());
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    const std::vector<HeaderField> fields = headerFields(run);
    // Two columns of fields; the folder, which is long, has a line of its own.
    const int half = static_cast<int>(fields.size()) / 2;
    for (int i = 0; i < static_cast<int>(fields.size()); ++i) {
        const HeaderField& field = fields[static_cast<std::size_t>(i)];
        const bool isLast = i + 1 == static_cast<int>(fields.size());
        const int row = isLast ? half : i % half;
        const int column = isLast ? 0 : 2 * (i / half);
        grid->addWidget(inkLabel(m_context.theme, Ink::Muted, field.name, Theme::textFont()), row,
                        column);
        ElidedLabel* value = selectable(
            inkLabel(m_context.theme, Ink::Text, field.value, Theme::textFont()), field.name);
        if (!field.source.empty()) {
            explain(value, field.name, field.value, field.source);
        }
        grid->addWidget(value, row, column + 1, 1, isLast ? 3 : 1);
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->setColumnMinimumWidth(0, 72);
    grid->setColumnMinimumWidth(2, 72);
    m_header->body()->addLayout(grid);
    for (const QString& line : branchLines(run)) {
        auto* label = new QLabel(line);
        label->setFont(Theme::textFont());
        label->setWordWrap(true);
        m_header->body()->addWidget(label);
    }
}

// First of all: what is measured says nothing of what was set.
void OverviewView::showReplayed(const SoakRun& run)
{
    const QString detail = replayedDetail(run);
    if (detail.isEmpty()) {
        return;
    }
    auto* chip = new VerdictChip(m_context.theme);
    chip->setVerdict(Meaning::NoData, replayedWord());
    auto* text = new SentenceLabel(m_context.theme);
    text->setPrefix(detail);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(chip, 0, Qt::AlignTop);
    line->addWidget(text, 1);
    m_quality->body()->addLayout(line);
}

void OverviewView::showQuality(const OpenRun& run)
{
    clear(m_quality->body());
    showReplayed(*run.run);
    const std::vector<QualityRow> rows = qualityRows(run);
    if (rows.empty()) {
        m_quality->body()->addWidget(
            inkLabel(m_context.theme, Ink::Muted,
                     tr("Every iteration was read, and nothing is wrong with its data."),
                     Theme::textFont()));
        return;
    }
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    int line = 0;
    for (const QualityRow& row : rows) {
        auto* chip = new VerdictChip(m_context.theme);
        chip->setVerdict(row.meaning, row.count);
        chip->setAccessibleName(row.count + QLatin1Char(' ') + row.title);
        explain(chip, row.title, row.count, row.source);
        grid->addWidget(chip, line, 0, Qt::AlignRight);
        grid->addWidget(inkLabel(m_context.theme, Ink::Text, row.title, Theme::textFont()), line,
                        1);
        grid->addWidget(inkLabel(m_context.theme, Ink::Muted, row.text, Theme::textFont()), line,
                        2);
        if (row.iteration) {
            auto* link = new SentenceLabel(m_context.theme);
            link->setSentences({iterationLink(*row.iteration)});
            link->setMinimumWidth(kLinkWidth);
            link->setWordWrap(false);
            link->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
            link->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            connect(link, &SentenceLabel::linkFollowed, this, &OverviewView::linkActivated);
            grid->addWidget(link, line, 3);
        }
        ++line;
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 3);
    m_quality->body()->addLayout(grid);
}

void OverviewView::showBlockers(const OpenRun& run)
{
    clear(m_blockers->body());
    const Judgement& judgement = *run.judgement;
    auto* top = new QHBoxLayout;
    auto* chip = new VerdictChip(m_context.theme);
    chip->setVerdict(judgement.releaseReady ? Meaning::Pass : Meaning::Fail,
                     judgement.releaseReady ? tr("READY") : tr("NOT READY"));
    top->addWidget(chip);
    top->addStretch(1);
    m_blockers->body()->addLayout(top);
    for (const std::string& blocker : judgement.releaseBlockers) {
        auto* label = new SentenceLabel(m_context.theme);
        label->setPrefix(QStringLiteral("\u2013 ") + coreText(blocker));
        m_blockers->body()->addWidget(label);
    }
}

} // namespace soak::ui
