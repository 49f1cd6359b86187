// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/copy_summary.h"

#include "core/analysis/explain.h"
#include "core/report/report_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/gate_tile.h"
#include "ui/widgets/gate_words.h"
#include "ui/widgets/ink_label.h"
#include "ui/widgets/meaning.h"
#include "ui/widgets/replay_words.h"
#include "ui/widgets/sentence_label.h"
#include "ui/widgets/verdict_chip.h"
#include "ui/widgets/what_if_words.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

constexpr int kPictureWidth = 720;
constexpr int kPictureScale = 2;
constexpr int kTilesPerRow = 5;

QString tr(const char* text)
{
    return QCoreApplication::translate("soak::ui::CopySummary", text);
}

QString badgedVerdict(const OpenRun& run)
{
    const QString verdict = meaningWord(meaningOf(run.judgement->verdict));
    const std::optional<ActivityBadge> badge = activityBadge(run);
    if (!badge) {
        return verdict;
    }
    return run.activity == RunActivity::Running
               ? badge->word + QStringLiteral(", ") + tr("if it ended now: %1").arg(verdict)
               : verdict + QStringLiteral(", ") + badge->word;
}

QString verdictOf(const OpenRun& run)
{
    return isWhatIf(run) ? badgedVerdict(run) + QStringLiteral(", ") + whatIfWord()
                         : badgedVerdict(run);
}

// Which thresholds are not those of the run, and whether its measurements are: nobody must take it
// for its own verdict.
QStringList whatIfLines(const OpenRun& run)
{
    return (whatIfDetail(run) + QLatin1Char('\n') + replayedDetail(*run.run))
        .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void addHeadline(QVBoxLayout& layout, const OpenRun& run, const Theme& theme)
{
    auto* top = new QHBoxLayout;
    auto* chip = new VerdictChip(theme);
    chip->setVerdict(meaningOf(run.judgement->verdict));
    auto* first = new SentenceLabel(theme);
    std::vector<Sentence> sentences = explain(*run.judgement);
    if (!sentences.empty()) {
        first->setSentences({sentences.front()}, SentenceLabel::Weight::Strong);
        sentences.erase(sentences.begin());
    }
    top->addWidget(chip, 0, Qt::AlignTop);
    top->addWidget(first, 1);
    layout.addLayout(top);
    auto* rest = new SentenceLabel(theme);
    rest->setSentences(std::move(sentences));
    layout.addWidget(rest);
}

} // namespace

QString summaryText(const OpenRun& run)
{
    QStringList lines{verdictOf(run) + QStringLiteral("  ") + toQString(runLabel(*run.run))};
    lines += whatIfLines(run);
    for (const Sentence& sentence : explain(*run.judgement)) {
        lines += sentenceText(sentence);
    }
    for (const GateResult& gate : run.judgement->gates) {
        lines += QStringLiteral("%1  %2  %3 (%4)")
                     .arg(meaningWord(meaningOf(gate)), gateTitleText(gate.gate),
                          gateValueText(gate), gateTargetText(gate.gate));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString summaryHtml(const OpenRun& run)
{
    const auto escaped = [](const QString& text) { return text.toHtmlEscaped(); };
    QString html = QStringLiteral("<p><b>%1</b> %2</p>")
                       .arg(escaped(verdictOf(run)), escaped(toQString(runLabel(*run.run))));
    for (const QString& line : whatIfLines(run)) {
        html += QStringLiteral("<p>%1</p>").arg(escaped(line));
    }
    for (const Sentence& sentence : explain(*run.judgement)) {
        html += QStringLiteral("<p>%1</p>").arg(escaped(sentenceText(sentence)));
    }
    html += QStringLiteral("<table>");
    for (const GateResult& gate : run.judgement->gates) {
        html += QStringLiteral("<tr><td>%1</td><td align=\"right\">%2</td><td>%3</td>"
                               "<td><b>%4</b></td></tr>")
                    .arg(escaped(gateTitleText(gate.gate)), escaped(gateValueText(gate)),
                         escaped(gateTargetText(gate.gate)), escaped(meaningWord(meaningOf(gate))));
    }
    return html + QStringLiteral("</table>");
}

QImage summaryPicture(const OpenRun& run, const Theme& theme)
{
    QWidget card;
    card.setAttribute(Qt::WA_DontShowOnScreen);
    card.setBackgroundRole(QPalette::Base);
    card.setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(&card);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(
        inkLabel(theme, Ink::Muted, toQString(runLabel(*run.run)), Theme::textFont()));
    if (isWhatIf(run)) {
        auto* chip = new VerdictChip(theme);
        chip->setVerdict(Meaning::Warn, whatIfWord());
        layout->addWidget(chip, 0, Qt::AlignLeft);
    }
    if (const QString replayed = replayedDetail(*run.run); !replayed.isEmpty()) {
        auto* line = new SentenceLabel(theme);
        line->setPrefix(replayed);
        layout->addWidget(line);
    }
    addHeadline(*layout, run, theme);
    auto* tiles = new QGridLayout;
    tiles->setSpacing(8);
    for (int i = 0; i < static_cast<int>(run.judgement->gates.size()); ++i) {
        auto* tile = new GateTile(theme, GateTile::Size::Compact);
        tile->setGate(run.judgement, static_cast<std::size_t>(i));
        tiles->addWidget(tile, i / kTilesPerRow, i % kTilesPerRow);
    }
    layout->addLayout(tiles);
    card.setFixedWidth(kPictureWidth);
    card.resize(kPictureWidth, layout->heightForWidth(kPictureWidth));
    card.show();
    QImage image(card.size() * kPictureScale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kPictureScale);
    image.fill(theme.colour(Ink::Panel));
    card.render(&image);
    return image;
}

std::unique_ptr<QMimeData> summaryMime(const OpenRun& run, const Theme& theme)
{
    auto mime = std::make_unique<QMimeData>();
    mime->setText(summaryText(run));
    mime->setHtml(summaryHtml(run));
    mime->setImageData(summaryPicture(run, theme));
    return mime;
}

} // namespace soak::ui
