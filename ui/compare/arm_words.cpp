// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/arm_words.h"

#include "core/base/text.h"
#include "core/report/compare_words.h"
#include "ui/compare/compare_words.h"
#include "ui/compare/forest_plot.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/gate_words.h"

#include <QCoreApplication>

namespace soak::ui
{
namespace
{

constexpr int kDfDecimals = 1;

QString armWords(const char* text, int count = -1)
{
    return QCoreApplication::translate("soak::ui::ArmsPage", text, nullptr, count);
}

QString armHow(const CompareFacts& facts, const Session& session, bool isA)
{
    const std::vector<std::size_t>& arm = isA ? facts.arms.a : facts.arms.b;
    const auto count = static_cast<int>(arm.size());
    if (facts.arms.isChosen) {
        return isA ? armWords("Arm A: %n chosen run(s).", count)
                   : armWords("Arm B: %n chosen run(s).", count);
    }
    const QString name = session.nameOf(facts.runs[isA ? 0 : 1].identity);
    return (isA ? armWords("Arm A: %n run(s) with the configuration of %1.", count)
                : armWords("Arm B: %n run(s) with the configuration of %1.", count))
        .arg(name);
}

// What the runs of an arm have in common; nullopt: they do not, or it is not known.
std::optional<std::string> commonValue(const RunsOverride& row, std::size_t first, std::size_t last)
{
    for (std::size_t run = first; run < last; ++run) {
        if (row.values[run] != row.values[first]) {
            return std::nullopt;
        }
    }
    return row.values[first];
}

QString armOverride(const ArmComparison& comparison, const RunsOverride& row)
{
    const auto a = commonValue(row, 0, comparison.runsOfA);
    const auto b = commonValue(row, comparison.runsOfA, row.values.size());
    return a && b ? QStringLiteral("%1 %2 \u2192 %3")
                        .arg(toQString(row.name), localNumber(*a), localNumber(*b))
                  : armWords("%1 (within an arm, too)").arg(toQString(row.name));
}

QString asSentence(QString text)
{
    text.replace(0, 1, text.left(1).toUpper());
    return text + QLatin1Char('.');
}

} // namespace

QString armsHow(const CompareFacts& facts, const Session& session)
{
    const ComparedArms& arms = facts.arms;
    if (arms.a.empty() && arms.b.empty()) {
        return {};
    }
    QStringList sentences{armHow(facts, session, true), armHow(facts, session, false)};
    const std::size_t others = facts.runs.size() - arms.a.size() - arms.b.size();
    if (others > 0) {
        sentences << armWords("%n other run(s) drawn in neither.", static_cast<int>(others));
    }
    return sentences.join(QLatin1Char(' '));
}

QString armOverridesText(const ArmComparison& comparison)
{
    constexpr qsizetype kMostNamed = 4;
    QStringList items;
    for (const RunsOverride& row : comparison.overrides.rows) {
        if (row.differs) {
            items << armOverride(comparison, row);
        }
    }
    if (items.size() > kMostNamed) {
        const QString more = armWords("%1 more").arg(items.size() - kMostNamed);
        items = items.mid(0, kMostNamed) << more;
    }
    return items.isEmpty()
               ? QString()
               : armWords("Overrides that differ: %1.").arg(items.join(QStringLiteral(", ")));
}

QString armsLackText(const CompareFacts& facts)
{
    switch (facts.arms.lack) {
    case ArmsLack::Nothing:
        return {};
    case ArmsLack::Candidate:
        return armWords("No run is held against A.");
    case ArmsLack::ConfigurationOfA:
        return armWords("The overrides of A changed in its steady iterations, or are not "
                        "recorded: which runs were made like it is not known.");
    case ArmsLack::ConfigurationOfB:
        return armWords("The overrides of B changed in its steady iterations, or are not "
                        "recorded: which runs were made like it is not known.");
    case ArmsLack::OneConfiguration:
        return armWords("A and B have one configuration.");
    case ArmsLack::Runs:
        return armWords("Three runs of each configuration are needed: %1 of A and %2 of B are "
                        "drawn.")
            .arg(facts.arms.a.size())
            .arg(facts.arms.b.size());
    case ArmsLack::ArmA:
        return armWords("No run is chosen for arm A.");
    case ArmsLack::ArmB:
        break;
    }
    return armWords("No run is chosen for arm B.");
}

QString armCountsWords(const VerdictCounts& counts)
{
    VerdictCounts plain = counts;
    plain.needed.reset(); // of iterations, there
    QString text = countsWords(plain);
    if (counts.needed) {
        text += QLatin1Char(' ') +
                armWords("(about %n more run(s) an arm needed)", static_cast<int>(*counts.needed));
    }
    return text;
}

QString armDetail(const ArmEffect& row)
{
    const KpiEffect& effect = row.effect;
    QStringList parts{armWords("runs %1 and %2").arg(effect.baseline.n).arg(effect.other.n)};
    if (row.df) {
        parts << armWords("df %1").arg(numberText(row.df, kDfDecimals));
    }
    if (effect.holmP) {
        parts << armWords("Holm p %1").arg(localNumber(pValueText(effect.holmP)));
    } else if (effect.isDeterministic) {
        parts << armWords("deterministic");
    }
    if (row.moreRuns) {
        parts << armWords("about %n more run(s) an arm", static_cast<int>(*row.moreRuns));
    }
    return parts.join(QStringLiteral(", "));
}

QStringList armLeftOutTexts(const ArmComparison& comparison)
{
    QStringList texts;
    for (const ArmEffect& row : comparison.effects) {
        for (std::size_t run = 0; run < row.values.size(); ++run) {
            if (const std::string& why = row.values[run].whyLeftOut; !why.empty()) {
                texts << armWords("%1: %2 is left out, %3.")
                             .arg(metricTitle(row.effect.metric),
                                  toQString(armRunLabel(comparison, run)), coreText(why));
            }
        }
    }
    return texts;
}

QString armNotesText(const ArmComparison& comparison)
{
    QStringList sentences;
    for (const std::string& note : comparison.notes) {
        sentences << asSentence(coreText(note));
    }
    return sentences.join(QLatin1Char(' '));
}

QString armMethodWords(const ArmComparison& comparison)
{
    return methodWords(methodText(comparison), comparison.options);
}

QString armSummaryText(const CompareFacts& facts, const Session& session)
{
    if (!facts.arms.comparison) {
        return {};
    }
    const ArmComparison& comparison = *facts.arms.comparison;
    QStringList lines{armsHow(facts, session)};
    for (std::size_t run = 0; run < comparison.runs.size(); ++run) {
        lines << toQString(armRunLabel(comparison, run)) + QLatin1Char(' ') +
                     toQString(comparison.runs[run].name);
    }
    lines << armOverridesText(comparison) << armCountsWords(comparison.counts);
    for (const ArmEffect& row : comparison.effects) {
        lines << QStringLiteral("%1: %2, %3, %4")
                     .arg(metricTitle(row.effect.metric), effectWord(row.effect.verdict),
                          effectText(row.effect), armDetail(row));
    }
    lines += armLeftOutTexts(comparison);
    lines << armNotesText(comparison) << armMethodWords(comparison);
    return lines.join(QLatin1Char('\n'));
}

} // namespace soak::ui
