// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/live_watch.h"

#include "core/analysis/recorded_profile.h"
#include "core/io/find_run.h"

#include <algorithm>
#include <bit>

namespace soak
{

namespace
{

constexpr unsigned kLoadThreads = 2;
constexpr EpochMs kRetryMs = 500; // of a file that cannot be read yet

void mix(std::size_t& hash, std::size_t value)
{
    constexpr std::size_t kPrime = 0x100000001b3; // FNV-1a
    hash = (hash ^ value) * kPrime;
}

std::size_t hashOfRow(const SoakRun& run, std::size_t row)
{
    std::size_t hash = 0xcbf29ce484222325;
    for (const std::optional<double>& value : run.table.row(row)) {
        mix(hash, value.has_value() ? 1 : 0);
        mix(hash, std::bit_cast<std::uint64_t>(value.value_or(0)));
    }
    const IterationNotes* const notes = run.notes.at(row);
    mix(hash, notes == nullptr ? 0 : hashOf(*notes));
    return hash;
}

std::string keyOfFinding(const Finding& finding)
{
    std::string key(keyOf(finding.kind));
    for (const std::string& part : {finding.file, std::to_string(finding.iteration.value_or(0)),
                                    finding.field, finding.text}) {
        key += '\n' + part;
    }
    return key;
}

bool hasEnded(const SoakRun& run, bool isAllRead)
{
    return isAllRead && run.info && run.end && run.end->runId == run.info->runId;
}

} // namespace

Result<FollowedRun> LiveWatch::follow(EpochMs now, const std::stop_token& stop)
{
    SOAK_TRY(fs::path folder, findRun(m_options.given));
    if (m_follower == nullptr || folder != m_folder) {
        m_follower =
            std::make_unique<RunFollower>(folder, LoadOptions{.threads = kLoadThreads,
                                                              .registry = nullptr,
                                                              .provenance = Provenance::ChainOnly});
        m_folder = std::move(folder);
    }
    return m_follower->poll(now, stop);
}

void LiveWatch::judgeAgain()
{
    GateProfile profile;
    m_unknownProfile.clear();
    if (m_options.profile) {
        profile = *m_options.profile;
    } else {
        RecordedProfile recorded = recordedProfileOf(*m_run);
        profile = std::move(recorded.profile);
        m_unknownProfile = std::move(recorded.unknownName);
    }
    if (m_options.strict) {
        for (GateSpec& gate : profile.gates) {
            gate.severity = GateSeverity::Hard;
        }
    }
    JudgeOptions judging;
    judging.window = m_options.window;
    m_judgement = std::make_shared<const Judgement>(judge(m_run, profile, judging));
}

// A foreign run is known by its first file, which may come late or be written again: it is another
// one when nothing of what was seen is left.
bool LiveWatch::isAnotherRun(const SoakRun& run) const
{
    if (run.identity() == m_run->identity()) {
        return false;
    }
    if (run.info || m_run->info) {
        return true;
    }
    const auto iterations = run.table.iterations();
    for (std::size_t row = 0; row < iterations.size(); ++row) {
        const auto known = m_iterations.find(iterations[row]);
        if (known != m_iterations.end() && known->second == hashOfRow(run, row)) {
            return false;
        }
    }
    return true;
}

void LiveWatch::beginAnother(LiveLook& look)
{
    look.isAnotherRun = true;
    m_iterations.clear();
    m_findings.clear();
}

void LiveWatch::compare(LiveLook& look)
{
    const auto iterations = m_run->table.iterations();
    for (std::size_t row = 0; row < iterations.size(); ++row) {
        const std::size_t hash = hashOfRow(*m_run, row);
        const auto [known, isNew] = m_iterations.try_emplace(iterations[row], hash);
        if (isNew) {
            look.landed.push_back(iterations[row]);
        } else if (known->second != hash) {
            known->second = hash;
            look.changed.push_back(iterations[row]);
        }
    }
}

void LiveWatch::takeFindings(EpochMs now, LiveLook& look)
{
    std::set<std::string> standing;
    for (const Finding& finding : m_run->findings) {
        const std::string key = keyOfFinding(finding);
        standing.insert(key);
        Seen& seen = m_findings.try_emplace(key, Seen{now, false}).first->second;
        if (seen.isTold) {
            continue;
        }
        if (look.hasEnded || now - seen.first >= kPartialGraceMs) {
            seen.isTold = true;
            look.findings.push_back(finding);
        } else {
            const EpochMs due = seen.first + kPartialGraceMs;
            look.lookAgain = std::min(look.lookAgain.value_or(due), due);
        }
    }
    std::erase_if(m_findings, [&](const auto& entry) { return !standing.contains(entry.first); });
}

// What cannot be read may be half written: the reason is given when it stands.
void LiveWatch::refuse(const Error& error, EpochMs now, LiveLook& look)
{
    look.refusal = error;
    if (error.code != Errc::BadInput) {
        m_unreadableSince.reset();
        return;
    }
    m_unreadableSince = m_unreadableSince.value_or(now);
    if (now - *m_unreadableSince < kPartialGraceMs) {
        look.refusal = Error{Errc::NotFound, "no iteration that can be read yet", error.where};
        look.lookAgain = now + kRetryMs;
    }
}

LiveLook LiveWatch::look(EpochMs now, const std::stop_token& stop)
{
    LiveLook look;
    auto followed = follow(now, stop);
    if (followed) {
        m_unreadableSince.reset();
        const bool isAnother =
            m_run == nullptr || (followed->run != m_run && isAnotherRun(*followed->run));
        if (followed->run != m_run) {
            m_run = std::move(followed->run);
            judgeAgain();
        }
        if (isAnother) {
            beginAnother(look);
        }
        look.hasEnded = hasEnded(*m_run, followed->pending.empty());
        if (!followed->pending.empty()) {
            look.lookAgain = now + kRetryMs;
        }
        compare(look);
        takeFindings(now, look);
    } else {
        refuse(followed.error(), now, look);
    }
    look.run = m_run;
    look.judgement = m_judgement;
    look.unknownProfile = m_unknownProfile;
    return look;
}

} // namespace soak
