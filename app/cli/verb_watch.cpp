// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "app/cli/json_result.h"
#include "core/base/folder_watch.h"
#include "core/base/text.h"
#include "core/history/run_activity.h"
#include "core/report/gate_report.h"
#include "core/report/live_text.h"
#include "core/report/live_watch.h"

namespace soak::cli
{
namespace
{

constexpr Millis kGather{250};        // DESIGN 3: a live run is judged four times a second at most
constexpr Millis kNet{2000};          // looks again though nothing was seen (inotify limits, NFS)
constexpr Millis kNetWithoutRun{500}; // it may come in a folder below the one that is watched

struct WatchPlan {
    LiveOptions live;
    bool once = false;
    bool exitOnFail = false;
    std::optional<int> until;
    std::optional<Millis> patience;
};

Result<WatchPlan> watchPlanOf(Context& context)
{
    const Arguments& arguments = context.arguments;
    WatchPlan plan;
    SOAK_TRY(plan.live.given, inputPath(context, {"path"}));
    if (const auto name = arguments.text("profile")) {
        SOAK_TRY(GateProfile profile, gateProfileNamed(*name));
        plan.live.profile = std::move(profile);
    }
    if (const auto window = arguments.integer("last-n")) {
        plan.live.window = static_cast<int>(*window);
    }
    plan.live.strict = arguments.flag("strict");
    plan.once = arguments.flag("once");
    plan.exitOnFail = arguments.flag("exit-on-fail");
    if (const auto until = arguments.integer("until")) {
        plan.until = static_cast<int>(*until);
    }
    if (const auto seconds = arguments.number("patience")) {
        if (*seconds <= 0) {
            return Error{Errc::Usage, "is a number of seconds above 0", "--patience"};
        }
        plan.patience = Millis{*seconds * 1000};
    }
    return plan;
}

// Says what a look found, in words or in JSON lines.
class Teller final
{
public:
    explicit Teller(Context& context)
        : m_terminal(context.terminal), m_isJson(context.arguments.flag("json"))
    {
    }

    // Returns whether there was anything new.
    bool tell(const LiveLook& look)
    {
        const bool isSeenAnew = tellRefusal(look);
        const bool isRunNew = tellRun(look);
        for (const Finding& finding : look.findings) {
            if (m_isJson) {
                m_terminal.result(liveFindingJson(finding));
            } else {
                m_terminal.findings({&finding, 1});
            }
        }
        return isSeenAnew || isRunNew;
    }

    void tellActivity(RunActivity activity, const ActivityReport& report, EpochMs now)
    {
        if (activity == m_activity) {
            return;
        }
        const bool isTold =
            activity == RunActivity::Stalled || activity == RunActivity::WriterDead ||
            (activity == RunActivity::Running &&
             (m_activity == RunActivity::Stalled || m_activity == RunActivity::WriterDead));
        m_activity = activity;
        if (isTold) {
            state(keyOf(activity), activityWhy(activity, report, now));
        }
    }

    void state(std::string_view word, const std::string& why)
    {
        if (m_isJson) {
            m_terminal.result(liveStateJson(word, why));
        } else if (word == "waiting" || word == "running" || word == "back") {
            m_terminal.note(why);
        } else {
            m_terminal.warn(why);
        }
    }

    void end(const Judgement* judgement, const std::string& why, ExitCode code)
    {
        if (m_isJson) {
            m_terminal.result(liveEndJson(judgement, why, static_cast<int>(code)));
            return;
        }
        m_terminal.note(why);
        m_terminal.result(judgement == nullptr ? "" : "\n" + gateText(*judgement));
    }

private:
    static std::string activityWhy(RunActivity activity, const ActivityReport& report, EpochMs now)
    {
        if (activity == RunActivity::WriterDead) {
            return "nobody writes the run any more, and it has not ended; `soak run --resume` goes "
                   "on";
        }
        if (activity == RunActivity::Running) {
            return "the run goes on";
        }
        const Millis since{static_cast<double>(now - report.lastFileMs.value_or(now))};
        return "stalled: no iteration for " + fixedText(since.count() / 1000, 0) + " s, " +
               fixedText(report.medianInterval.value_or(Millis{0}).count() / 1000, 1) +
               " s are usual";
    }

    bool tellRefusal(const LiveLook& look)
    {
        const std::string refusal = look.refusal ? describe(*look.refusal) : "";
        if (refusal == m_refusal) {
            return false;
        }
        const bool wasRefused = !m_refusal.empty();
        m_refusal = refusal;
        if (!refusal.empty()) {
            state(look.run == nullptr ? "waiting" : "vanished",
                  (look.run == nullptr ? "waiting: " : "the run is not to be seen any more: ") +
                      refusal);
        } else if (wasRefused && !look.isAnotherRun) {
            state("back", "the run is back");
        }
        return true;
    }

    bool tellRun(const LiveLook& look)
    {
        if (look.isAnotherRun) {
            m_terminal.result(m_isJson ? liveRunJson(*look.run) : liveRunText(*look.run));
            m_verdict.clear();
        }
        if (look.isAnotherRun && !look.unknownProfile.empty()) {
            state("profile", "judged by profile mission: the run was made with '" +
                                 look.unknownProfile + "', which is not built in; give its file");
        }
        tellIterations(look, look.landed, LandedHow::New);
        tellIterations(look, look.changed, LandedHow::Changed);
        if (look.judgement != nullptr) {
            std::string verdict =
                m_isJson ? liveVerdictJson(*look.judgement) : liveVerdictText(*look.judgement);
            if (verdict != m_verdict) {
                m_terminal.result(verdict);
                m_verdict = std::move(verdict);
            }
        }
        return look.isAnotherRun || !look.landed.empty() || !look.changed.empty();
    }

    void tellIterations(const LiveLook& look, const std::vector<int>& iterations, LandedHow how)
    {
        for (const int iteration : iterations) {
            m_terminal.result(m_isJson ? liveIterationJson(*look.judgement, iteration, how)
                                       : liveIterationText(*look.judgement, iteration, how));
        }
    }

    Terminal& m_terminal;
    bool m_isJson;
    std::string m_refusal;
    std::string m_verdict;
    std::optional<RunActivity> m_activity;
};

class Watching final
{
public:
    Watching(Context& context, WatchPlan plan)
        : m_context(context), m_plan(std::move(plan)), m_live(m_plan.live), m_teller(context)
    {
    }

    Result<ExitCode> run()
    {
        m_lastNews = m_context.clock.monotonic();
        while (!m_context.stop.stop_requested()) {
            const EpochMs now = m_context.clock.wall();
            const LiveLook look = m_live.look(now, m_context.stop);
            if (m_context.stop.stop_requested()) {
                break; // a look that was cut short says nothing
            }
            m_judgement = look.judgement;
            m_refusal = look.refusal;
            if (m_teller.tell(look)) {
                m_lastNews = m_context.clock.monotonic();
            }
            if (const auto why = reasonToEnd(look)) {
                return end(*why);
            }
            if (look.run != nullptr && !look.refusal) {
                const ActivityReport report = runActivity(m_live.folder(), now);
                m_teller.tellActivity(report.activity, report, now);
            }
            if (!m_context.terminal.finish()) {
                return ExitCode::NotWritable; // main says why
            }
            m_folder.wait(m_live.folder(), patienceNow(look, now), kGather, m_context.stop);
        }
        m_teller.end(m_judgement.get(),
                     m_judgement == nullptr ? "interrupted before there was a run"
                                            : "interrupted: the verdict so far",
                     ExitCode::Interrupted);
        return ExitCode::Interrupted;
    }

private:
    [[nodiscard]] Millis patienceNow(const LiveLook& look, EpochMs now) const
    {
        Millis longest = look.run == nullptr ? kNetWithoutRun : kNet;
        if (look.lookAgain) {
            longest = std::min(longest, Millis{static_cast<double>(*look.lookAgain - now)});
        }
        return std::max(longest, Millis{1});
    }

    [[nodiscard]] std::optional<std::string> reasonToEnd(const LiveLook& look) const
    {
        if (look.hasEnded) {
            return "the run has ended: " + std::string(keyOf(look.run->end->status));
        }
        const auto iterations =
            look.run == nullptr ? std::span<const int>() : look.run->table.iterations();
        if (m_plan.until && !iterations.empty() && iterations.back() >= *m_plan.until) {
            return "iteration " + std::to_string(*m_plan.until) + " has landed";
        }
        if (m_plan.exitOnFail && look.judgement != nullptr && !look.judgement->windowShort &&
            gateExitCode(*look.judgement) == ExitCode::NegativeVerdict) {
            return "a hard row of the gate failed";
        }
        if (m_plan.once && !look.lookAgain) {
            return "what is there now";
        }
        if (m_plan.patience && m_context.clock.monotonic() - m_lastNews >= *m_plan.patience) {
            return "nothing new for " + fixedText(m_plan.patience->count() / 1000, 1) + " s";
        }
        return std::nullopt;
    }

    Result<ExitCode> end(const std::string& why)
    {
        if (m_judgement == nullptr) {
            return m_refusal.value_or(Error{Errc::BadInput, "no run", ""});
        }
        const ExitCode code = gateExitCode(*m_judgement);
        m_teller.end(m_judgement.get(), why, code);
        return code;
    }

    Context& m_context;
    WatchPlan m_plan;
    LiveWatch m_live;
    FolderWatch m_folder;
    Teller m_teller;
    Millis m_lastNews{0};
    std::shared_ptr<const Judgement> m_judgement;
    std::optional<Error> m_refusal;
};

} // namespace

Result<ExitCode> watchVerb(Context& context)
{
    SOAK_TRY(WatchPlan plan, watchPlanOf(context));
    return Watching(context, std::move(plan)).run();
}

} // namespace soak::cli
