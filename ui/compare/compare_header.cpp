// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_header.h"

#include "ui/compare/compare_words.h"
#include "ui/widgets/ink_label.h"
#include "ui/widgets/meaning.h"
#include "ui/widgets/verdict_chip.h"

#include <QGridLayout>
#include <QPainter>

namespace soak::ui
{
namespace
{

constexpr int kHeaderPad = 8;
constexpr int kSwatchRoom = 16;
constexpr double kSwatch = 9;
constexpr int kNamesStretch = 2;
constexpr int kWordsStretch = 3;

} // namespace

CompareHeader::CompareHeader(const ViewContext& context, CompareDesk& desk, QWidget* parent)
    : QFrame(parent), m_context(context), m_desk(desk)
{
    setAccessibleName(tr("What is compared"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(kHeaderPad + kSwatchRoom, kHeaderPad, kHeaderPad, kHeaderPad);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    for (int row = 0; row < 2; ++row) {
        Side& side = m_sides.at(static_cast<std::size_t>(row));
        side.name = inkLabel(context.theme, Ink::Text, {}, Theme::strongFont());
        side.name->setElideMode(Qt::ElideMiddle);
        side.gate = new VerdictChip(context.theme);
        grid->addWidget(side.name, row, 0);
        grid->addWidget(side.gate, row, 1);
    }
    m_counts = inkLabel(context.theme, Ink::Text, {}, Theme::strongFont());
    m_facts = inkLabel(context.theme, Ink::Muted);
    grid->addWidget(m_counts, 0, 2);
    m_notes = inkLabel(context.theme, Ink::Muted);
    grid->addWidget(m_facts, 1, 2);
    grid->addWidget(m_notes, 2, 0, 1, 3);
    grid->setColumnStretch(0, kNamesStretch);
    grid->setColumnStretch(2, kWordsStretch);
    connect(&context.theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void CompareHeader::fill(const Side& side, const QString& identity, const QString& role)
{
    const OpenRun* open = m_context.session.find(identity);
    side.name->setVisible(open != nullptr);
    side.gate->setVisible(open != nullptr);
    if (open == nullptr) {
        return;
    }
    const auto iterations = static_cast<int>(open->run->table.rowCount());
    side.name->setText(
        tr("%1 %2, %3, %n iteration(s)", nullptr, iterations)
            .arg(m_desk.labelOf(identity), m_context.session.nameOf(identity), role));
    const Meaning meaning = meaningOf(open->judgement->gateVerdict);
    side.gate->setVerdict(meaning);
    side.gate->setToolTip(tr("The verdict of its own gate profile: %1").arg(meaningWord(meaning)));
}

void CompareHeader::refresh()
{
    const QString baseline = m_desk.baseline();
    const bool isStarred = baseline == m_context.selection.baseline();
    fill(m_sides[0], baseline, isStarred ? tr("baseline") : tr("baseline, no star"));
    const qsizetype more = m_desk.runs().size() - 2;
    fill(m_sides[1], m_desk.candidate(), tr("candidate"));
    const FactsRef& facts = m_desk.facts();
    if (!facts || !m_desk.areFactsUpToDate()) {
        m_counts->setText(tr("Comparing\u2026"));
        m_facts->setText({});
        m_notes->setText({});
    } else {
        const ComparedPair* pair = pairOf(facts.get());
        m_counts->setText(pair == nullptr ? QString() : countsWords(pair->counts));
        m_counts->setHint(pair == nullptr ? QString() : methodWords(*facts->comparison));
        const QString text = factsText(*facts, m_desk);
        m_facts->setText(more > 0 ? tr("%n more run(s) drawn.", nullptr, static_cast<int>(more)) +
                                        QLatin1Char(' ') + text
                                  : text);
        m_notes->setText(notesText(*facts));
    }
    update();
}

QString CompareHeader::countsShown() const
{
    return m_counts->text();
}

void CompareHeader::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_context.theme.colour(Ink::Border), 1));
    painter.setBrush(m_context.theme.colour(Ink::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(Qt::NoPen);
    const std::array runs{m_desk.baseline(), m_desk.candidate()};
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        if (m_sides.at(i).name->isVisible()) {
            const std::size_t slot = i == 0 ? 0 : m_context.session.colourSlot(runs.at(i));
            painter.setBrush(runColour(m_context.theme.tone(), slot));
            painter.drawEllipse(QRectF(kHeaderPad,
                                       m_sides.at(i).name->geometry().center().y() - kSwatch / 2,
                                       kSwatch, kSwatch));
        }
    }
}

} // namespace soak::ui
