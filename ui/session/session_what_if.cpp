// SPDX-License-Identifier: GPL-3.0-or-later
// Judging an open run by other thresholds than those recorded with it.
#include "core/analysis/recorded_profile.h"
#include "core/analysis/what_if.h"
#include "core/io/run_files.h"
#include "ui/session/session.h"

namespace soak::ui
{

bool isWhatIf(const OpenRun& run)
{
    return !(run.judgement->profile == recordedProfileOf(*run.run).profile);
}

GateProfile Session::profileOf(const OpenRun& run) const
{
    const auto found = m_whatIfs.find(run.identity);
    return found == m_whatIfs.end() ? recordedProfileOf(*run.run).profile : found->second;
}

void Session::changeThreshold(const QString& identity, const std::string& gate, double threshold)
{
    const OpenRun* open = find(identity);
    if (open == nullptr) {
        return;
    }
    const GateProfile before = profileOf(*open);
    const GateProfile after = withThreshold(before, gate, threshold);
    if (after == before) {
        return;
    }
    m_workspace.edit(
        tr("Threshold %1").arg(QString::fromStdString(gate)),
        [this, identity, after] { setWhatIf(identity, after); },
        [this, identity, before] { setWhatIf(identity, before); });
}

// Thresholds that are all as recorded are no what-if.
void Session::setWhatIf(const QString& identity, const GateProfile& profile)
{
    const OpenRun* open = find(identity);
    if (open == nullptr) {
        return; // closed since: nothing to undo
    }
    if (thresholdChanges(recordedProfileOf(*open->run).profile, profile).empty()) {
        m_whatIfs.erase(identity);
    } else {
        m_whatIfs[identity] = profile;
    }
    judgeAgain(*open);
}

void Session::judgeAgain(const OpenRun& run)
{
    m_jobs.run(
        tr("Judge %1 by other thresholds").arg(nameOf(run.identity)),
        [shown = run.run, profile = profileOf(run)](const std::stop_token&, const Progress&) {
            return std::make_shared<const Judgement>(judge(shown, profile));
        },
        this,
        [this, identity = run.identity](const std::shared_ptr<const Judgement>& judged) {
            for (OpenRun& open : m_runs) {
                // One that is no longer wanted, or of a shorter run, has its successor under way.
                if (open.identity == identity && open.run == judged->run &&
                    judged->profile == profileOf(open)) {
                    open.judgement = judged;
                    Q_EMIT changed(identity);
                    return;
                }
            }
        });
}

fs::path Session::savedProfileOf(const OpenRun& run) const
{
    const auto found = m_savedProfiles.find(run.identity);
    const bool isSame =
        found != m_savedProfiles.end() && found->second.second == run.judgement->profile;
    return isSame ? found->second.first : fs::path();
}

void Session::saveProfile(const QString& identity, const fs::path& file)
{
    const OpenRun* open = find(identity);
    if (open == nullptr) {
        return;
    }
    m_jobs.run(
        tr("Save the gate profile"),
        [file, profile = profileOf(*open)](const std::stop_token&,
                                           const Progress&) -> Result<GateProfile> {
            const Status written = writeFileAtomically(file, gateProfileText(profile));
            return written ? Result<GateProfile>(profile) : written.error();
        },
        this,
        [this, identity, file](const Result<GateProfile>& saved) {
            if (saved) {
                m_savedProfiles[identity] = {file, *saved};
                Q_EMIT profileSaved(QString::fromStdString(file.string()));
            } else {
                addProblem({tr("Cannot save the gate profile"), saved.error()});
            }
        });
}

} // namespace soak::ui
