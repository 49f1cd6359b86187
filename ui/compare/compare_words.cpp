// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_words.h"

#include "core/report/report_text.h"
#include "ui/compare/forest_plot.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/gate_words.h"
#include "ui/widgets/meaning.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace soak::ui
{
namespace
{

QString pairWords(const char* text, int count = -1)
{
    return QCoreApplication::translate("soak::ui::CompareView", text, nullptr, count);
}

// Whether the cut is that of a run which settled later than it declared.
bool isMeasured(const CompareFacts& facts)
{
    return facts.comparison &&
           std::ranges::any_of(facts.comparison->runs, [&](const ComparedSide& side) {
               return side.steady.isMeasured && side.steady.from() == facts.steadyFrom;
           });
}

QString windowFact(const CompareFacts& facts)
{
    switch (facts.choice.window) {
    case ComparedWindow::Steady:
        return facts.steadyFrom == 1 ? pairWords("All iterations: no warm-up is declared.")
               : isMeasured(facts)
                   ? pairWords("All from #%1 on (settled by MSER-5).").arg(facts.steadyFrom)
                   : pairWords("All from #%1 on (declared warm-up).").arg(facts.steadyFrom);
    case ComparedWindow::Last8:
        return pairWords("The last 8 iterations of each.");
    case ComparedWindow::All:
        break;
    }
    return pairWords("All iterations, warm-up too.");
}

} // namespace

QString countsWords(const VerdictCounts& counts)
{
    const QString dot = QStringLiteral(" \u00b7 ");
    QString text = pairWords("%1 better").arg(counts.better) + dot +
                   pairWords("%1 same").arg(counts.same) + dot +
                   pairWords("%1 worse").arg(counts.worse) + dot +
                   pairWords("%1 not known").arg(counts.inconclusive);
    if (counts.needed) {
        text += QLatin1Char(' ') + pairWords("(about %1 iterations needed)").arg(*counts.needed);
    }
    return text;
}

QString factsText(const CompareFacts& facts, const CompareDesk& desk)
{
    QStringList sentences;
    const RunsOverrides none;
    const RunsOverrides& overrides = facts.comparison ? facts.comparison->overrides : none;
    if (!overrides.unknown.empty()) {
        QStringList names;
        for (const std::size_t run : overrides.unknown) {
            names << desk.labelOf(facts.runs[run].identity);
        }
        sentences
            << pairWords("No overrides are recorded of %1.").arg(names.join(QStringLiteral(", ")));
    }
    if (!overrides.rows.empty() && facts.runs.size() > overrides.unknown.size() + 1) {
        sentences << (overrides.differing == 0 ? pairWords("The overrides are the same.")
                                               : pairWords("Overrides differ in %n parameter(s).",
                                                           static_cast<int>(overrides.differing)));
    }
    sentences << windowFact(facts);
    return sentences.join(QLatin1Char(' '));
}

QString notesText(const CompareFacts& facts)
{
    QStringList sentences;
    const ComparedPair* pair = pairOf(&facts);
    for (const std::string& note : pair == nullptr ? std::vector<std::string>() : pair->notes) {
        QString text = coreText(note);
        text.replace(0, 1, text.left(1).toUpper());
        sentences << text + QLatin1Char('.');
    }
    return sentences.join(QLatin1Char(' '));
}

QString methodWords(const RunComparison& comparison)
{
    return methodWords(methodText(comparison), comparison.options);
}

QString methodWords(const std::string& method, const CompareOptions& options)
{
    QStringList margins;
    for (const auto& [metric, margin] : options.margins) {
        const QString unit = coreWord(unitText(specOf(metric).unit));
        margins << metricTitle(metric) + QLatin1Char(' ') + localNumber(shortNumber(margin)) +
                       (unit.isEmpty() ? QString() : QLatin1Char(' ') + unit);
    }
    return pairWords("Method: %1; margins: %2")
        .arg(coreText(method), margins.join(QStringLiteral(", ")));
}

QString alignmentText(Alignment alignment)
{
    switch (alignment) {
    case Alignment::Iteration:
        return pairWords("iteration");
    case Alignment::FirstCommon:
        return pairWords("first common iteration");
    case Alignment::Elapsed:
        return pairWords("elapsed time");
    case Alignment::Utc:
        break;
    }
    return pairWords("time of day (UTC)");
}

QString windowText(ComparedWindow window)
{
    switch (window) {
    case ComparedWindow::Steady:
        return pairWords("steady");
    case ComparedWindow::Last8:
        return pairWords("last 8");
    case ComparedWindow::All:
        break;
    }
    return pairWords("all");
}

QString normalisationText(Normalisation normalisation)
{
    switch (normalisation) {
    case Normalisation::Raw:
        return pairWords("raw");
    case Normalisation::ZScore:
        return pairWords("z-score");
    case Normalisation::PercentOfBaseline:
        return pairWords("% of baseline");
    case Normalisation::MinMax:
        break;
    }
    return pairWords("0 to 1");
}

QString formText(CompareForm form)
{
    switch (form) {
    case CompareForm::Overlaid:
        return pairWords("overlaid");
    case CompareForm::SideBySide:
        return pairWords("side by side");
    case CompareForm::Difference:
        break;
    }
    return pairWords("difference to A");
}

QString lineModeText(LineMode lines)
{
    switch (lines) {
    case LineMode::Auto:
        return pairWords("by their number");
    case LineMode::Lines:
        return pairWords("every run");
    case LineMode::Envelope:
        break;
    }
    return pairWords("envelope");
}

QString compareSummaryText(const CompareFacts& facts, const CompareDesk& desk,
                           const Session& session)
{
    QStringList lines;
    for (std::size_t i = 0; i < facts.runs.size(); ++i) {
        const ComparedInput& run = facts.runs[i];
        const QString name = session.nameOf(run.identity);
        const QString label = desk.labelOf(run.identity);
        lines << pairWords("%1, %n iteration(s), gate %2",
                           static_cast<int>(run.run->table.rowCount()))
                     .arg(label == name ? name : label + QLatin1Char(' ') + name,
                          meaningWord(meaningOf(run.judgement->gateVerdict)));
    }
    if (const ComparedPair* pair = pairOf(&facts)) {
        lines << countsWords(pair->counts);
        for (const KpiEffect& effect : pair->effects) {
            lines << QStringLiteral("%1: %2, %3, %4")
                         .arg(metricTitle(effect.metric), effectWord(effect.verdict),
                              effectText(effect), effectDetail(effect));
        }
    }
    lines << factsText(facts, desk) + QLatin1Char(' ') + notesText(facts);
    if (!facts.comparison) {
        return lines.join(QLatin1Char('\n'));
    }
    lines << methodWords(*facts.comparison);
    for (const RunsOverride& row : facts.comparison->overrides.rows) {
        if (row.differs) {
            QStringList values;
            for (const std::optional<std::string>& value : row.values) {
                values << (value ? toQString(*value) : numberText(std::nullopt, 0));
            }
            lines << QStringLiteral("%1: %2").arg(toQString(row.path),
                                                  values.join(QStringLiteral(" | ")));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace soak::ui
