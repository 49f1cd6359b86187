// SPDX-License-Identifier: GPL-3.0-or-later
// Why one iteration is as it is.
#include "core/analysis/events.h"
#include "core/analysis/explain_parts.h"
#include "core/analysis/guard_states.h"
#include "core/analysis/pair_check.h"
#include "core/analysis/recorded_step.h"
#include "core/analysis/value_text.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

class IterationStory final
{
public:
    IterationStory(const Judgement& judgement, std::size_t row)
        : m_judgement(judgement), m_run(*judgement.run), m_row(row),
          m_iteration(judgement.run->table.iterations()[row])
    {
    }

    std::vector<Sentence> take()
    {
        addFailure();
        const bool isBroken = addGoals();
        addGuards();
        addTuning();
        addVerification();
        if (isBroken) {
            std::vector<Sentence> before = beforeSentences(m_judgement, m_iteration);
            m_sentences.push_back(std::move(before.front()));
        }
        return std::move(m_sentences);
    }

private:
    void tell(Phrase phrase, SentenceTone tone, SentenceArguments arguments)
    {
        m_sentences.push_back(say(phrase, tone, std::move(arguments)));
    }

    void addFailure()
    {
        const IterationNotes* notes = m_run.notes.at(m_row);
        if (notes != nullptr && notes->failure) {
            tell(Phrase::IterationFailed, SentenceTone::Bad, {plainArg(*notes->failure)});
        }
    }

    // Whether a goal is broken; worst first.
    bool addGoals()
    {
        struct Own {
            const GateResult* goal;
            std::optional<double> value;
            double margin = 0; // relative
        };

        std::vector<Own> unmet;
        std::vector<Own> met;
        for (const GateResult& goal : m_judgement.goalGates) {
            const GateSpec& gate = goal.gate;
            Own own{&goal, m_run.table.at(*metricFromKey(gate.metric), m_row)};
            const bool wantsMore = gate.op == GateOp::AtLeast || gate.op == GateOp::Above;
            if (own.value) {
                const double scale = std::abs(gate.threshold) > 0 ? std::abs(gate.threshold) : 1;
                own.margin =
                    (wantsMore ? *own.value - gate.threshold : gate.threshold - *own.value) / scale;
            }
            const bool isMet = own.value && meets(*own.value, gate.op, gate.threshold);
            (isMet ? met : unmet).push_back(own);
        }
        const auto byMargin = [](const Own& a, const Own& b) { return a.margin < b.margin; };
        std::stable_sort(unmet.begin(), unmet.end(), byMargin);
        std::stable_sort(met.begin(), met.end(), byMargin);
        bool isBroken = false;
        for (const Own& own : unmet) {
            isBroken = isBroken || own.value.has_value();
            SentenceArguments arguments{gateArg(own.goal->gate)};
            if (own.value) {
                arguments.push_back(plainArg(valueText(own.goal->gate, *own.value)));
            }
            arguments.push_back(plainArg(goalText(own.goal->gate)));
            tell(own.value ? Phrase::IterationBreaks : Phrase::IterationLacks,
                 own.value ? SentenceTone::Bad : SentenceTone::Doubtful, std::move(arguments));
        }
        if (unmet.empty() && !met.empty()) {
            const Own& least = met.front();
            tell(Phrase::IterationMeets, SentenceTone::Good,
                 {countArg(met.size()), gateArg(least.goal->gate),
                  plainArg(valueText(least.goal->gate, *least.value)),
                  plainArg(goalText(least.goal->gate))});
        }
        return isBroken;
    }

    // Two by two: a pattern has a fixed number of places.
    void tellWords(const std::vector<std::string>& words, Phrase one, Phrase two)
    {
        for (std::size_t i = 0; i < words.size(); i += 2) {
            if (i + 1 < words.size()) {
                tell(two, SentenceTone::Plain, {wordArg(words[i]), wordArg(words[i + 1])});
            } else {
                tell(one, SentenceTone::Plain, {wordArg(words[i])});
            }
        }
    }

    void addGuards()
    {
        const GuardState state = guardStateAt(m_run, m_row);
        std::vector<std::string> guards;
        for (const GuardType type : state.guards) {
            guards.emplace_back(keyOf(type));
        }
        tellWords(guards, Phrase::Guards, Phrase::GuardsMore);
        tellWords(state.frozen, Phrase::Frozen, Phrase::FrozenMore);
    }

    void addTuning()
    {
        const RecordedStep recorded = RecordedSteps(m_run).at(m_row);
        if (recorded.step == nullptr) {
            return;
        }
        bool isTold = false;
        for (RunEvent& event : runEvents(m_judgement, m_iteration, m_iteration)) {
            const bool isDelta = event.kind == EventKind::DeltaApplied ||
                                 event.kind == EventKind::DeltaHeld ||
                                 event.kind == EventKind::DeltaRefused;
            if (isDelta) {
                m_sentences.push_back(std::move(event.text));
                isTold = true;
            }
        }
        if (!isTold) {
            tell(Phrase::NoProposal, SentenceTone::Plain, {});
        }
        if (!recorded.step->rationale.empty()) {
            tell(Phrase::Rationale, SentenceTone::Plain, {plainArg(recorded.step->rationale)});
        }
    }

    void addVerification()
    {
        const auto& pairs = m_judgement.verification.pairs;
        const auto pair = std::lower_bound(pairs.begin(), pairs.end(), m_iteration,
                                           [](const PairCheck& p, int k) { return p.from < k; });
        if (pair == pairs.end() || pair->from != m_iteration || pair->params.empty()) {
            return;
        }
        if (pair->status == PairStatus::NotVerifiable) {
            tell(Phrase::NotVerifiable, SentenceTone::Doubtful, {iterationArg(pair->to)});
        } else if (pair->status != PairStatus::Fail) {
            tell(Phrase::Verified, SentenceTone::Good, {iterationArg(pair->to)});
        }
        for (const ParamCheck& param : pair->params) {
            if (isFailure(param.status)) {
                const auto number = [](std::optional<double> value) {
                    return value ? plainArg(plainNumber(*value)) : wordArg("no data");
                };
                tell(Phrase::NotArrived, SentenceTone::Bad,
                     {parameterArg(param.name), number(param.expected), iterationArg(pair->to),
                      number(param.observed)});
            }
        }
    }

    const Judgement& m_judgement;
    const SoakRun& m_run;
    std::size_t m_row;
    int m_iteration;
    std::vector<Sentence> m_sentences;
};

} // namespace

std::vector<Sentence> explainIteration(const Judgement& judgement, int iteration)
{
    const auto row = judgement.run->table.rowOf(iteration);
    return row ? IterationStory(judgement, *row).take() : std::vector<Sentence>{};
}

} // namespace soak
