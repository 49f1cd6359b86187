// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/headline.h"

#include "core/analysis/number_sources.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/explainer.h"
#include "ui/widgets/follow_primary.h"
#include "ui/widgets/layout_pause.h"
#include "ui/widgets/meaning.h"
#include "ui/widgets/replay_words.h"
#include "ui/widgets/sentence_label.h"
#include "ui/widgets/verdict_chip.h"
#include "ui/widgets/what_if_words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

bool isQuiet(const Sentence& sentence)
{
    return sentence.tone == SentenceTone::Good || sentence.tone == SentenceTone::Plain;
}

// Sentences of the quiet tones that follow each other are one paragraph; what is bad or doubtful
// has a line of its own.
std::vector<std::vector<Sentence>> paragraphsOf(std::vector<Sentence> sentences)
{
    std::vector<std::vector<Sentence>> paragraphs;
    for (Sentence& sentence : sentences) {
        if (paragraphs.empty() || !isQuiet(sentence) || !isQuiet(paragraphs.back().front())) {
            paragraphs.emplace_back();
        }
        paragraphs.back().push_back(std::move(sentence));
    }
    return paragraphs;
}

} // namespace

Headline::Headline(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_chip(new VerdictChip(context.theme)),
      m_gate(new VerdictChip(context.theme)), m_badge(new VerdictChip(context.theme)),
      m_first(new SentenceLabel(context.theme)), m_layout(new QVBoxLayout(this))
{
    setAccessibleName(tr("Verdict and why"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(3);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_chip, 0, Qt::AlignTop);
    top->addWidget(m_gate, 0, Qt::AlignTop);
    top->addWidget(m_badge, 0, Qt::AlignTop);
    m_whatIf = new VerdictChip(context.theme);
    top->addWidget(m_whatIf, 0, Qt::AlignTop);
    m_replayed = new VerdictChip(context.theme);
    top->addWidget(m_replayed, 0, Qt::AlignTop);
    top->addWidget(m_first, 1, Qt::AlignVCenter);
    m_layout->addLayout(top);
    connect(m_first, &SentenceLabel::linkFollowed, this, &Headline::linkActivated);
    new Explainer(this, [this](const QWidget* focus) { return explanation(focus); });
    followPrimary(context, this, [this] { showRun(); });
    showRun();
}

SentenceLabel* Headline::paragraph(std::size_t index)
{
    while (m_paragraphs.size() <= index) {
        auto* label = new SentenceLabel(m_context.theme);
        connect(label, &SentenceLabel::linkFollowed, this, &Headline::linkActivated);
        m_layout->addWidget(label);
        m_paragraphs.push_back(label);
    }
    return m_paragraphs[index];
}

void Headline::showRun()
{
    const OpenRun* run = m_context.primary();
    setVisible(run != nullptr);
    if (run == nullptr) {
        return;
    }
    const LayoutPause pause(*m_layout);
    const std::optional<ActivityBadge> badge = activityBadge(*run);
    const bool isLive = run->activity == RunActivity::Running;
    m_badge->setVisible(badge.has_value());
    if (badge) {
        m_badge->setVerdict(badge->meaning, badge->word);
        m_badge->setToolTip(badge->tooltip);
    }
    // A run in progress has no verdict yet: what it would be is told in plain words (UX 2.6).
    const Meaning meaning = meaningOf(run->judgement->verdict);
    m_chip->setVisible(!isLive);
    m_chip->setVerdict(meaning);
    m_chip->setToolTip(
        tr("The four KPI goals in the window: %1").arg(coreText(run->judgement->verdictWhy)));
    showGate(*run->judgement, !isLive);
    m_whatIf->setVisible(isWhatIf(*run));
    if (isWhatIf(*run)) {
        m_whatIf->setVerdict(Meaning::Warn, whatIfWord());
        m_whatIf->setToolTip(whatIfDetail(*run));
    }
    const QString replayed = replayedDetail(*run->run);
    m_replayed->setVisible(!replayed.isEmpty());
    if (!replayed.isEmpty()) {
        m_replayed->setVerdict(Meaning::NoData, replayedWord());
        m_replayed->setToolTip(replayed);
    }
    m_first->setPrefix(isLive ? tr("if it ended now: %1.").arg(meaningWord(meaning)) : QString());
    setSentences(explain(*run->judgement));
}

// The gate asks more than the four goals: where it does not pass though they do, it says so itself.
void Headline::showGate(const Judgement& judgement, bool isJudged)
{
    const bool goalsPass = judgement.verdict != RunVerdict::Fail;
    const bool gatePasses = judgement.gateVerdict == GateResultVerdict::Pass ||
                            judgement.gateVerdict == GateResultVerdict::Warn;
    m_gate->setVisible(isJudged && goalsPass && !gatePasses);
    const Meaning meaning = meaningOf(judgement.gateVerdict);
    m_gate->setVerdict(meaning, tr("GATE: %1").arg(meaningWord(meaning)));
    m_gate->setToolTip(
        tr("The gate profile %1 asks for more than the four KPI goals; this is its verdict")
            .arg(toQString(judgement.profile.name)));
}

void Headline::setSentences(std::vector<Sentence> sentences)
{
    std::vector<Sentence> first;
    if (!sentences.empty()) {
        first.push_back(std::move(sentences.front()));
        sentences.erase(sentences.begin());
    }
    m_first->setSentences(std::move(first), SentenceLabel::Weight::Strong);
    std::size_t used = 0;
    for (std::vector<Sentence>& part : paragraphsOf(std::move(sentences))) {
        SentenceLabel* label = paragraph(used++);
        label->setSentences(std::move(part));
        label->show();
    }
    for (std::size_t i = used; i < m_paragraphs.size(); ++i) {
        m_paragraphs[i]->hide();
    }
}

// The sentences of the line in focus, then where the numbers in them come from.
std::optional<Explanation> Headline::explanation(const QWidget* focus) const
{
    const auto* label = qobject_cast<const SentenceLabel*>(focus);
    const OpenRun* run = m_context.primary();
    if (run == nullptr || label == nullptr) {
        return std::nullopt;
    }
    Explanation explanation;
    explanation.title = tr("Where these numbers come from");
    explanation.formula = label->sentences();
    for (Sentence& source : sentenceSources(*run->judgement, label->sentences())) {
        explanation.formula.push_back(std::move(source));
    }
    return explanation;
}

QString Headline::plainText() const
{
    QStringList lines;
    for (const VerdictChip* chip : {m_chip, m_gate, m_badge, m_whatIf, m_replayed}) {
        if (!chip->isHidden()) {
            lines += chip->text();
        }
    }
    lines += m_first->plainText();
    for (const SentenceLabel* label : m_paragraphs) {
        if (!label->isHidden()) {
            lines += label->plainText();
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace soak::ui
