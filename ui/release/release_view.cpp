// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/release_view.h"

#include "ui/release/banner.h"
#include "ui/release/contents_page.h"
#include "ui/release/dry_run_page.h"
#include "ui/release/evidence_page.h"
#include "ui/release/release_words.h"
#include "ui/release/rollout_page.h"
#include "ui/release/sign_page.h"
#include "ui/release/step_list.h"
#include "ui/release/tag_page.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/follow_primary.h"
#include "ui/widgets/ink_label.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

constexpr int kProgressWidth = 110;
constexpr int kThousand = 1000;

ReleaseStep moved(ReleaseStep step, int by)
{
    return static_cast<ReleaseStep>(static_cast<int>(step) + by);
}

} // namespace

ReleaseView::ReleaseView(const ViewContext& context, ReleaseDesk& desk, QWidget* parent)
    : QWidget(parent), m_context(context), m_desk(desk), m_stack(new QStackedLayout(this)),
      m_empty(new EmptyState(context.theme, this))
{
    setAccessibleName(tr("Release"));
    m_stack->addWidget(m_empty);
    auto* page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_steps = new StepList(context.theme, page);
    auto* scroll = new QScrollArea(page);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pages = new QStackedWidget(scroll->viewport());
    m_pages->setBackgroundRole(QPalette::Base);
    m_pages->setAutoFillBackground(true);
    scroll->setWidget(m_pages);
    buildPages(); // before the bar: Tab goes that way
    m_trouble = new Banner(context.theme, page);
    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(scroll, 1);
    right->addWidget(m_trouble);
    right->addWidget(buildBar());
    auto* layout = new QHBoxLayout(page);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(12);
    layout->addWidget(m_steps);
    layout->addLayout(right, 1);
    m_stack->addWidget(page);
    // Once the list is done with the click: the step may not be possible, and is then not chosen.
    connect(
        m_steps, &StepList::stepChosen, this,
        [this](ReleaseStep step) {
            m_desk.goTo(step);
            refresh();
        },
        Qt::QueuedConnection);
    connect(&m_desk, &ReleaseDesk::changed, this, &ReleaseView::refresh);
    connect(&context.session.jobs(), &Jobs::changed, this, &ReleaseView::showProgress);
    new FollowWhileSeen(context, this, [this] {
        if (isVisible()) {
            m_desk.follow();
        }
        refresh();
    });
}

void ReleaseView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_desk.follow();
    refresh();
}

void ReleaseView::buildPages()
{
    m_evidence = new EvidencePage(m_context, m_desk, m_pages);
    m_contents = new ContentsPage(m_context, m_desk, m_pages);
    m_dryRun = new DryRunPage(m_context, m_desk, m_pages);
    m_sign = new SignPage(m_context, m_desk, m_pages);
    m_tag = new TagPage(m_context, m_desk, m_pages);
    m_pages->addWidget(m_evidence);
    m_pages->addWidget(m_contents);
    m_pages->addWidget(new RolloutPage(m_context.theme, m_pages));
    m_pages->addWidget(m_dryRun);
    m_pages->addWidget(m_sign);
    m_pages->addWidget(m_tag);
    connect(m_evidence, &EvidencePage::linkActivated, this, &ReleaseView::linkActivated);
}

QWidget* ReleaseView::buildBar()
{
    auto* bar = new QWidget;
    m_reason = inkLabel(m_context.theme, Ink::Muted);
    m_reason->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_progress = new QProgressBar(bar);
    m_progress->setFixedWidth(kProgressWidth);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_stop = new QPushButton(tr("Stop"), bar);
    m_over = new QPushButton(tr("Start over"), bar);
    m_partial = new QPushButton(bar);
    m_back = new QPushButton(tr("Back"), bar);
    m_primary = new QPushButton(bar);
    m_stop->setToolTip(tr("Stop what is being done; nothing half done is left"));
    m_over->setToolTip(tr("Forget what was begun for this release; the run and its bundle stay"));
    m_back->setToolTip(tr("To the step before"));
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_over);
    layout->addWidget(m_reason, 1);
    for (QWidget* widget : {static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_stop),
                            static_cast<QWidget*>(m_partial), static_cast<QWidget*>(m_back),
                            static_cast<QWidget*>(m_primary)}) {
        layout->addWidget(widget);
    }
    for (QPushButton* button : {m_stop, m_over, m_partial, m_back, m_primary}) {
        button->setAutoDefault(false);
    }
    m_primary->setDefault(true);
    connect(m_stop, &QPushButton::clicked, &m_desk, &ReleaseDesk::stop);
    connect(m_over, &QPushButton::clicked, &m_desk, &ReleaseDesk::startOver);
    connect(m_back, &QPushButton::clicked, this, [this] { m_desk.goTo(moved(m_desk.step(), -1)); });
    connect(m_partial, &QPushButton::clicked, this, [this] {
        const bool isPartial = m_desk.progress().plan.isPartial;
        m_desk.edit([isPartial](ReleasePlan& plan) { plan.isPartial = !isPartial; });
    });
    connect(m_primary, &QPushButton::clicked, this, [this] {
        const Action action = primary();
        if (action.isPossible && action.act) {
            action.act();
        }
    });
    return bar;
}

void ReleaseView::refresh()
{
    if (m_context.primary() == nullptr) {
        m_empty->setNoRun();
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentIndex(1);
    const auto& evidence = m_desk.progress().evidence;
    m_steps->setSteps(m_desk.outlook(), m_desk.step(), evidence && hasBlocker(*evidence));
    m_evidence->refresh();
    m_contents->refresh();
    m_dryRun->refresh();
    m_sign->refresh();
    m_tag->refresh();
    m_pages->setCurrentIndex(static_cast<int>(m_desk.step()));
    m_trouble->setTexts(Meaning::Fail, m_desk.trouble());
    refreshBar();
}

void ReleaseView::refreshBar()
{
    const bool isBusy = m_desk.job() != 0;
    const bool isPartial = m_desk.progress().plan.isPartial;
    const auto& evidence = m_desk.progress().evidence;
    const bool isFirst = m_desk.step() == ReleaseStep::Evidence;
    const Action action = primary();
    m_primary->setText(action.text);
    m_primary->setEnabled(action.isPossible && !isBusy);
    m_primary->setToolTip(action.text);
    m_back->setVisible(!isFirst);
    m_back->setEnabled(!isBusy);
    m_over->setEnabled(!isBusy);
    m_partial->setVisible(isFirst && (isPartial || (evidence && hasBlocker(*evidence))));
    m_partial->setText(isPartial ? tr("Not as PARTIAL") : tr("Build as PARTIAL\u2026"));
    m_partial->setToolTip(tr("A PARTIAL bundle says in every file why it is no release, and cannot "
                             "be tagged"));
    m_stop->setVisible(isBusy);
    m_progress->setVisible(isBusy);
    const auto& reasons = m_desk.outlook().at(static_cast<std::size_t>(m_desk.step())).reasons;
    QString reason;
    if (isBusy) {
        reason = tr("Working\u2026");
    } else if (!action.isPossible && !reasons.empty()) {
        reason = tr("Blocked by: %1").arg(sentences(reasons, QStringLiteral(", ")));
    } else if (isFirst && isPartial) {
        reason = tr("It will be PARTIAL");
    }
    m_reason->setText(reason);
    m_primary->setAccessibleDescription(reason);
    showProgress();
}

void ReleaseView::showProgress()
{
    for (const JobInfo& job : m_context.session.jobs().running()) {
        if (job.id == m_desk.job() && job.id != 0) {
            m_progress->setRange(0, job.total == 0 ? 0 : kThousand);
            m_progress->setValue(
                job.total == 0 ? 0 : static_cast<int>(job.done * kThousand / job.total));
        }
    }
}

ReleaseView::Action ReleaseView::next() const
{
    const ReleaseStep step = moved(m_desk.step(), 1);
    const auto at = static_cast<std::size_t>(m_desk.step());
    return {tr("Next: %1").arg(stepTitle(step)), m_desk.outlook().at(at).state == StepState::Done,
            [this, step] { m_desk.goTo(step); }};
}

ReleaseView::Action ReleaseView::primary() const
{
    const ReleaseProgress& progress = m_desk.progress();
    switch (m_desk.step()) {
    case ReleaseStep::DryRun:
        if (progress.isBuilt) {
            return next();
        }
        return {progress.plan.isPartial ? tr("Build PARTIAL bundle") : tr("Build bundle"),
                progress.dryRun && progress.dryRun->empty(), [this] { m_desk.build(); }};
    case ReleaseStep::Sign:
        return ofSigning();
    case ReleaseStep::Tag:
        return ofTag();
    default:
        return next();
    }
}

ReleaseView::Action ReleaseView::ofSigning() const
{
    const ReleaseProgress& progress = m_desk.progress();
    if (!progress.plan.isUnsigned && !progress.isSigned) {
        const auto& key = progress.plan.signingKey;
        return {key ? tr("Sign with %1").arg(toQString(pathText(key->filename())))
                    : tr("Sign and verify"),
                key.has_value(), [this] { m_desk.sign(); }};
    }
    if (!progress.verification) {
        return {tr("Verify bundle"), true, [this] { m_desk.verify(); }};
    }
    return next();
}

ReleaseView::Action ReleaseView::ofTag() const
{
    const ReleaseProgress& progress = m_desk.progress();
    const QString name = toQString(progress.plan.version);
    if (progress.tag && progress.tag->isMade) {
        return {tr("Tag %1 is made").arg(name), false, {}};
    }
    if (progress.tag && progress.tag->problems.empty()) {
        return {tr("Create tag %1").arg(name), true, [this] { m_desk.tag(false); }};
    }
    return {tr("Dry run of tag %1").arg(name),
            !progress.plan.isPartial && progress.plan.repository.has_value(),
            [this] { m_desk.tag(true); }};
}

} // namespace soak::ui
