// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/evidence.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/io/artifacts.h"
#include "core/model/key_table.h"
#include "core/model/kpi.h"
#include "core/release/bundle_facts.h"
#include "core/release/git_tool.h"
#include "core/release/soaked_commit.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

#include <algorithm>
#include <array>

namespace soak
{

namespace
{

constexpr std::size_t kShownHash = 12;

constexpr std::array kStates{
    KeyRow{EvidenceState::Ok, "ok"},
    KeyRow{EvidenceState::Blocker, "blocker"},
    KeyRow{EvidenceState::Warning, "warning"},
    KeyRow{EvidenceState::NotChecked, "not_checked"},
};

// Which row tells a blocker, by words that only it has. What is in none is told by `other`.
struct Place {
    std::string_view words;
    std::string_view row;
};

constexpr std::array kPlaces{
    Place{"the verdict is ", "goals"},
    Place{"the window holds ", "data"},
    Place{"of the window could not be read", "data"},
    Place{" is missing in iteration ", "data"},
    Place{"the deltas are not verified: ", "deltas"},
    Place{"outside its safe limits", "overrides"},
    Place{"a freeze is active at the end of the run", "overrides"},
    Place{" is not what the last iteration left: ", "overrides"},
    Place{"the run has no runtime overrides", "overrides"},
    Place{"the hash chain of the summaries is broken", "chain"},
    Place{"the engine failed in iteration ", "end"},
    Place{"the run has not ended", "end"},
    Place{"the run ended as ", "end"},
    Place{"it was decided to ", "decision"},
};

std::string_view rowOf(const std::string& blocker)
{
    const auto found = std::find_if(kPlaces.begin(), kPlaces.end(), [&blocker](const Place& place) {
        return blocker.find(place.words) != std::string::npos;
    });
    return found == kPlaces.end() ? "other" : found->row;
}

TextLink fileLink(std::string_view name)
{
    TextLink link;
    link.kind = LinkKind::File;
    link.name = std::string(name);
    return link;
}

TextLink iterationLink(int iteration)
{
    TextLink link;
    link.kind = LinkKind::Iteration;
    link.iteration = iteration;
    return link;
}

std::string shareText(std::size_t part, std::size_t whole)
{
    return std::to_string(part) + " / " + std::to_string(whole);
}

class EvidenceList final
{
public:
    EvidenceList(const Judgement& judgement, const EvidenceSources& sources)
        : m_judgement(judgement), m_run(*judgement.run), m_sources(sources)
    {
        std::optional<ReleaseDecision> decision;
        if (sources.decision && sources.decision->isOfThisState) {
            decision = sources.decision->decision;
        }
        m_blockers = bundleBlockers(judgement, decision);
    }

    std::vector<EvidenceRow> make()
    {
        for (const GateResult& goal : m_judgement.goalGates) {
            addGoal(goal);
        }
        addGates();
        addDeltas();
        addData();
        addEnd();
        addOverrides();
        addChain();
        addCommit();
        addDecision();
        addOther();
        return std::move(m_rows);
    }

private:
    // `row` says what holds unless something blocks it.
    void add(EvidenceRow row)
    {
        std::vector<std::string> reasons;
        for (const std::string& blocker : m_blockers) {
            if (rowOf(blocker) == row.id) {
                reasons.push_back(blocker);
            }
        }
        if (!reasons.empty()) {
            row.state = EvidenceState::Blocker;
            row.reason = join(reasons, "; ");
        }
        m_rows.push_back(std::move(row));
    }

    void addGoal(const GateResult& goal)
    {
        EvidenceRow row;
        row.id = goal.gate.id;
        row.title = gateTitle(goal.gate) + ", " + std::string(aggregateText(goal.gate.aggregate)) +
                    " of the last " + std::to_string(m_judgement.windowIterations.size());
        row.value = goal.observed ? gateText(goal.gate, goal.observed) : std::string();
        row.target = targetText(goal.gate);
        // The verdict that a release needs is PASS: each of the four goals.
        row.state = goal.outcome == GateOutcome::Pass ? EvidenceState::Ok : EvidenceState::Blocker;
        row.reason = goal.why;
        TextLink link;
        link.kind = LinkKind::Metric;
        link.name = goal.gate.metric;
        if (!goal.brokenBy.empty()) {
            link.iteration = goal.brokenBy.back();
        }
        row.link = link;
        m_rows.push_back(std::move(row));
    }

    void addGates()
    {
        const auto& gates = m_judgement.gates;
        const auto met = static_cast<std::size_t>(
            std::count_if(gates.begin(), gates.end(), [](const GateResult& gate) {
                return gate.outcome == GateOutcome::Pass;
            }));
        const auto missed = std::find_if(gates.begin(), gates.end(), [](const GateResult& gate) {
            return gate.outcome != GateOutcome::Pass;
        });
        TextLink link;
        link.kind = LinkKind::Gate;
        link.name = missed == gates.end() ? std::string() : missed->gate.id;
        add({"gates", "Gate profile " + m_judgement.profile.name, shareText(met, gates.size()),
             "all rows met", missed == gates.end() ? EvidenceState::Ok : EvidenceState::Warning,
             missed == gates.end() ? "every row of the gate profile is met" : missed->why, link});
    }

    void addDeltas()
    {
        const Verification& verification = m_judgement.verification;
        const auto failed =
            std::find_if(verification.pairs.begin(), verification.pairs.end(),
                         [](const PairCheck& pair) { return pair.status == PairStatus::Fail; });
        std::optional<TextLink> link;
        if (failed != verification.pairs.end()) {
            link = iterationLink(failed->to);
        } else if (m_run.hasTuningReport) {
            link = fileLink(kTuningReportFile);
        }
        constexpr double kPercent = 100;
        add({"deltas", "Delta verification, by value",
             verification.fullApplyRatio
                 ? fixedText(*verification.fullApplyRatio * kPercent, 1) + " %"
                 : std::string(),
             ">= " + shortNumber(verification.threshold * kPercent) + " %", EvidenceState::Ok,
             verification.reason, link});
    }

    void addData()
    {
        const std::size_t read = m_run.table.rowCount();
        const std::size_t lost = missingCount(m_run.gaps) + m_run.unreadable.size();
        std::optional<TextLink> link;
        for (const Finding& finding : m_run.findings) {
            if (finding.severity == Severity::Error && !finding.file.empty()) {
                link = fileLink(finding.file);
                break;
            }
        }
        if (!link && !m_run.gaps.empty()) {
            link = iterationLink(std::max(1, m_run.gaps.front().from - 1));
        }
        add({"data", "Data quality", shareText(read, read + lost), "none missing",
             lost == 0 ? EvidenceState::Ok : EvidenceState::Warning,
             lost == 0 ? std::string("every iteration of the run was read")
                       : "of all iterations " + std::to_string(lost) +
                             " are missing, none of them in the window",
             link});
    }

    void addEnd()
    {
        EvidenceRow row;
        row.id = "end";
        row.title = "End of the run";
        row.target = "completed";
        row.state = m_run.info ? EvidenceState::Ok : EvidenceState::NotChecked;
        row.value = m_run.end ? std::string(keyOf(m_run.end->status)) : std::string();
        row.reason = m_run.info ? "all iterations were made and none failed"
                                : "the run of another tool does not say how it ended";
        if (m_run.end) {
            row.link = fileLink(kRunEndFile);
        } else if (!m_judgement.failedIterations.empty()) {
            row.link = iterationLink(m_judgement.failedIterations.front());
        }
        add(std::move(row));
    }

    void addOverrides()
    {
        EvidenceRow row;
        row.id = "overrides";
        row.title = "Overrides to release";
        row.target = "within safe limits";
        row.state = EvidenceState::Ok;
        row.reason = "they are what the last iteration left, within their safe limits";
        if (m_run.finalOverrides) {
            row.value = stateHash(*m_run.finalOverrides, ParameterRegistry::builtin())
                            .substr(0, kShownHash);
            row.link = fileLink(m_run.finalOverridesFile);
        }
        add(std::move(row));
    }

    void addChain()
    {
        const bool hasChain = m_run.chain != ChainState::Absent;
        add({"chain", "Chain of the run",
             hasChain ? std::to_string(m_run.table.rowCount()) : std::string(), "unbroken",
             hasChain ? EvidenceState::Ok : EvidenceState::NotChecked,
             hasChain ? "each iteration names the hash of the one before, from RUN.json to the end"
                      : "the run of another tool has no hash chain",
             m_run.info ? std::optional(fileLink(kRunFile)) : std::nullopt});
    }

    void addCommit()
    {
        EvidenceRow row;
        row.id = "commit";
        row.title = "Soaked commit";
        const std::optional<std::string> soaked = soakedCommit(m_run);
        if (soaked) {
            row.value = escapeTerminal(soaked->substr(0, kShortCommit));
            row.link = fileLink(kRunFile);
        }
        if (m_sources.head) {
            row.target = m_sources.head->substr(0, kShortCommit);
        }
        if (!soaked) {
            row.reason = "the run does not say which commit it was made of";
        } else if (!m_sources.head) {
            row.reason = "no repository was looked at";
        } else if (isSameCommit(*m_sources.head, *soaked)) {
            row.state = EvidenceState::Ok;
            row.reason = "HEAD is the commit that the run was made of";
        } else {
            row.state = EvidenceState::Warning;
            row.reason = "HEAD is " + row.target + ", the run was made of " + row.value;
        }
        add(std::move(row));
    }

    void addDecision()
    {
        EvidenceRow row;
        row.id = "decision";
        row.title = "Decision";
        row.target = "ship";
        row.reason = "nobody has decided yet";
        if (m_sources.decision) {
            const ReleaseDecision& decision = m_sources.decision->decision;
            const bool isCurrent = m_sources.decision->isOfThisState;
            row.value = std::string(keyOf(decision.choice));
            row.state = isCurrent ? EvidenceState::Ok : EvidenceState::Warning;
            row.reason = isCurrent
                             ? "decided by " + escapeTerminal(decision.by) + " at " +
                                   utcText(decision.atMs) + ": " + escapeTerminal(decision.why)
                             : "the run has changed since it was decided";
        }
        add(std::move(row));
    }

    // A blocker that no row above tells.
    void addOther()
    {
        std::vector<std::string> rest;
        for (const std::string& blocker : m_blockers) {
            const std::string_view row = rowOf(blocker);
            const bool isTold =
                (row == "goals" && hasBlocker(m_rows)) ||
                std::any_of(m_rows.begin(), m_rows.end(),
                            [row](const EvidenceRow& one) { return one.id == row; });
            if (!isTold) {
                rest.push_back(blocker);
            }
        }
        if (!rest.empty()) {
            m_rows.push_back(
                {"other", "Other", "", "", EvidenceState::Blocker, join(rest, "; "), std::nullopt});
        }
    }

    const Judgement& m_judgement;
    const SoakRun& m_run;
    const EvidenceSources& m_sources;
    std::vector<std::string> m_blockers;
    std::vector<EvidenceRow> m_rows;
};

std::string markOf(EvidenceState state)
{
    switch (state) {
    case EvidenceState::Ok:
        return "[OK]";
    case EvidenceState::Blocker:
        return "[FAIL]";
    case EvidenceState::Warning:
        return "[WARN]";
    case EvidenceState::NotChecked:
        return "[--]";
    }
    SOAK_ASSERT(false);
}

} // namespace

std::string_view keyOf(EvidenceState state)
{
    return keyIn(kStates, state);
}

std::vector<EvidenceRow> evidenceOf(const Judgement& judgement, const EvidenceSources& sources)
{
    return EvidenceList(judgement, sources).make();
}

bool hasBlocker(const std::vector<EvidenceRow>& rows)
{
    return std::any_of(rows.begin(), rows.end(),
                       [](const EvidenceRow& row) { return row.state == EvidenceState::Blocker; });
}

std::string evidenceText(const std::vector<EvidenceRow>& rows)
{
    TextTable table({{"check"}, {"value"}, {"target"}, {"state"}, {"reason"}});
    std::size_t blockers = 0;
    for (const EvidenceRow& row : rows) {
        table.addRow({escapeTerminal(row.title), row.value, row.target, markOf(row.state),
                      escapeTerminal(row.reason)});
        blockers += row.state == EvidenceState::Blocker ? 1 : 0;
    }
    return table.text() + "\n" +
           (blockers == 0 ? std::string("nothing blocks a release\n")
                          : "BLOCKED by " + std::to_string(blockers) + " of " +
                                countText(rows.size(), "row", "rows") + "\n");
}

} // namespace soak
