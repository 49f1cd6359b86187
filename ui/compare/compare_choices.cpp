// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_choices.h"

#include "ui/compare/compare_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <type_traits>

namespace soak::ui
{
namespace
{

constexpr std::array kFormKeys{"overlaid", "side_by_side", "difference"};
constexpr std::array kLineKeys{"auto", "lines", "envelope"};
constexpr std::array kPageKeys{"effects", "distributions", "relations", "table", "arms"};
static_assert(kPageKeys.size() == kComparePages);

const QString kAlignmentKey = QStringLiteral("alignment");
const QString kWindowKey = QStringLiteral("window");
const QString kScaleKey = QStringLiteral("scale");
const QString kFormKey = QStringLiteral("form");
const QString kLinesKey = QStringLiteral("lines");

QString choiceKey(std::string_view key)
{
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

// In the order of the enumeration.
constexpr std::array kAlignmentChoices{Alignment::Iteration, Alignment::FirstCommon,
                                       Alignment::Elapsed, Alignment::Utc};
constexpr std::array kWindowChoices{ComparedWindow::Steady, ComparedWindow::Last8,
                                    ComparedWindow::All};
constexpr std::array kScaleChoices{Normalisation::Raw, Normalisation::ZScore,
                                   Normalisation::PercentOfBaseline, Normalisation::MinMax};
constexpr std::array kFormChoices{CompareForm::Overlaid, CompareForm::SideBySide,
                                  CompareForm::Difference};
constexpr std::array kLineChoices{LineMode::Auto, LineMode::Lines, LineMode::Envelope};
constexpr std::array kPageChoices{ComparePage::Effects, ComparePage::Distributions,
                                  ComparePage::Relations, ComparePage::Table, ComparePage::Arms};

template <typename Value>
QString anyKey(Value value)
{
    if constexpr (std::is_convertible_v<decltype(keyOf(value)), QString>) {
        return keyOf(value);
    } else {
        return choiceKey(keyOf(value));
    }
}

// The first one is the usual one.
template <typename Values>
typename Values::value_type chosenOf(const Values& values, const QJsonValue& kept)
{
    for (const auto value : values) {
        if (anyKey(value) == kept.toString()) {
            return value;
        }
    }
    return values.front();
}

template <typename Values>
void keepIn(QJsonObject& kept, const QString& name, const Values& values,
            typename Values::value_type value)
{
    if (chosenOf(values, kept.value(name)) == value) {
        return; // as it is, perhaps in words of a newer program
    }
    if (value == values.front()) {
        kept.remove(name);
    } else {
        kept[name] = anyKey(value);
    }
}

} // namespace

QString keyOf(CompareForm form)
{
    return QLatin1String(kFormKeys.at(static_cast<std::size_t>(form)));
}

QString keyOf(LineMode lines)
{
    return QLatin1String(kLineKeys.at(static_cast<std::size_t>(lines)));
}

QString keyOf(ComparePage page)
{
    return QLatin1String(kPageKeys.at(static_cast<std::size_t>(page)));
}

CompareChoice choiceFrom(const QJsonObject& kept)
{
    CompareChoice choice;
    choice.alignment = chosenOf(kAlignmentChoices, kept.value(kAlignmentKey));
    choice.window = chosenOf(kWindowChoices, kept.value(kWindowKey));
    choice.normalisation = chosenOf(kScaleChoices, kept.value(kScaleKey));
    choice.form = chosenOf(kFormChoices, kept.value(kFormKey));
    choice.lines = chosenOf(kLineChoices, kept.value(kLinesKey));
    return choice;
}

ComparePage comparePageFrom(const QString& key)
{
    return chosenOf(kPageChoices, key);
}

Arm armFrom(const QString& mark)
{
    return mark == QStringLiteral("A") ? Arm::A : mark == QStringLiteral("B") ? Arm::B : Arm::None;
}

QJsonObject keptChoice(const CompareChoice& choice, QJsonObject kept)
{
    keepIn(kept, kAlignmentKey, kAlignmentChoices, choice.alignment);
    keepIn(kept, kWindowKey, kWindowChoices, choice.window);
    keepIn(kept, kScaleKey, kScaleChoices, choice.normalisation);
    keepIn(kept, kFormKey, kFormChoices, choice.form);
    keepIn(kept, kLinesKey, kLineChoices, choice.lines);
    return kept;
}

QString choiceEdit(const CompareChoice& before, const CompareChoice& after)
{
    QStringList changes;
    const auto tell = [&changes](bool isOther, const QString& text) {
        if (isOther) {
            changes << text;
        }
    };
    tell(before.alignment != after.alignment, alignmentText(after.alignment));
    tell(before.window != after.window, windowText(after.window));
    tell(before.normalisation != after.normalisation, normalisationText(after.normalisation));
    tell(before.form != after.form, formText(after.form));
    tell(before.lines != after.lines, lineModeText(after.lines));
    return QCoreApplication::translate("soak::ui::CompareView", "Comparison: %1")
        .arg(changes.join(QStringLiteral(", ")));
}

} // namespace soak::ui
