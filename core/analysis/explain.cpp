// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/explain.h"

#include "core/analysis/explain_parts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace soak
{

namespace
{

constexpr std::size_t kMostSentences = 6;

// What is left out first when there is more to say than kMostSentences.
enum class Weight : std::uint8_t {
    Verdict,
    Next,
    Sure,
    Second,
    Before,
    Data,
    MoreBefore,
    MoreData,
    Met
};

class Headline final
{
public:
    void add(Weight weight, Sentence sentence)
    {
        m_parts.emplace_back(weight, std::move(sentence));
    }

    std::vector<Sentence> take()
    {
        while (m_parts.size() > kMostSentences) {
            const auto lightest =
                std::max_element(m_parts.begin(), m_parts.end(),
                                 [](const auto& a, const auto& b) { return a.first < b.first; });
            m_parts.erase(lightest);
        }
        std::vector<Sentence> sentences;
        for (auto& [weight, sentence] : m_parts) {
            sentences.push_back(std::move(sentence));
        }
        return sentences;
    }

private:
    std::vector<std::pair<Weight, Sentence>> m_parts;
};

void addUnmet(Headline& headline, const Judgement& judgement, const GateRows& rows)
{
    const GateResult& worst = *rows.unmet.front();
    headline.add(Weight::Verdict, unmetSentence(judgement, worst));
    if (const auto iteration = worstIterationOf(judgement, worst)) {
        std::vector<Sentence> before = beforeSentences(judgement, *iteration);
        // That a run begins somewhere tells little: anything else goes before it.
        const bool isFirst = before.front().pattern == patternOf(Phrase::BeforeFirst);
        headline.add(isFirst ? Weight::Met : Weight::Before, std::move(before.front()));
        if (before.size() > 1) {
            headline.add(Weight::MoreBefore, std::move(before[1]));
        }
    }
    const std::vector<const GateResult*> others(rows.unmet.begin() + 1, rows.unmet.end());
    if (!others.empty()) {
        headline.add(Weight::Second, others.size() == 1 ? unmetSentence(judgement, *others.front())
                                                        : alsoUnmetSentence(others));
    }
    if (!rows.met.empty()) {
        headline.add(Weight::Met, metSentence(rows.met));
    }
}

// Whether there was something to say.
bool addData(Headline& headline, const Judgement& judgement)
{
    std::vector<Sentence> data = dataSentences(judgement);
    for (std::size_t i = 0; i < data.size(); ++i) {
        headline.add(i == 0 ? Weight::Data : Weight::MoreData, std::move(data[i]));
    }
    return !data.empty() || judgement.run->chain == ChainState::Broken;
}

} // namespace

std::string plainText(const Sentence& sentence)
{
    std::string text;
    const std::string_view pattern = sentence.pattern;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool isPlace = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                             pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        const std::size_t index = isPlace ? static_cast<std::size_t>(pattern[i + 1] - '1') : 0;
        if (isPlace && index < sentence.arguments.size()) {
            text += sentence.arguments[index].text;
            i += 2;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

std::string_view keyOf(SentenceTone tone)
{
    constexpr std::array<std::string_view, 4> kKeys{"bad", "doubtful", "good", "plain"};
    return kKeys[static_cast<std::size_t>(tone)];
}

std::string_view keyOf(LinkKind kind)
{
    constexpr std::array<std::string_view, 7> kKeys{"iteration", "range", "gate",  "metric",
                                                    "parameter", "file",  "action"};
    return kKeys[static_cast<std::size_t>(kind)];
}

std::vector<Sentence> explain(const Judgement& judgement)
{
    const GateRows rows = gateRowsOf(judgement);
    const GateResult* worst = rows.unmet.empty() ? nullptr : rows.unmet.front();
    Headline headline;
    if (auto broken = chainSentence(*judgement.run)) {
        headline.add(Weight::Verdict, std::move(*broken));
    }
    if (judgement.run->table.rowCount() == 0) {
        headline.add(Weight::Verdict, say(Phrase::NothingRead, SentenceTone::Bad));
        if (worst != nullptr) {
            headline.add(Weight::Second, unmetSentence(judgement, *worst));
        }
        addData(headline, judgement);
        headline.add(Weight::Next, say(Phrase::NextInspect, SentenceTone::Plain,
                                       {actionArg("show", "soak show")}));
        return headline.take();
    }
    if (worst != nullptr) {
        addUnmet(headline, judgement, rows);
    } else {
        headline.add(Weight::Verdict, allMetSentence(rows.met));
    }
    // What is wrong with the data stands against a release too, and was said then.
    const bool isSaid = addData(headline, judgement);
    if (worst == nullptr && !isSaid && !judgement.releaseBlockers.empty()) {
        headline.add(Weight::Second, blockedSentence(judgement));
    }
    headline.add(Weight::Sure, sureSentence(judgement, worst));
    headline.add(Weight::Next, nextSentence(judgement, worst));
    return headline.take();
}

} // namespace soak
