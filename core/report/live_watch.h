// SPDX-License-Identifier: GPL-3.0-or-later
// A run that somebody else writes, seen as it grows: what landed, what is wrong, and what the
// verdict would be if it ended now (UX 2, Watch).
#pragma once

#include "core/analysis/judgement.h"
#include "core/base/file.h"
#include "core/io/run_follower.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

struct LiveOptions {
    fs::path given; // run directory, base, or folder above one, as for findRun
    std::optional<GateProfile> profile = std::nullopt; // absent: the one recorded with the run
    std::optional<int> window = std::nullopt;          // absent: the profile's
    bool strict = false;                               // soft rows count as hard ones
};

struct LiveLook {
    // The run as it was seen last; null while there was none. Kept when its folder vanishes.
    std::shared_ptr<const SoakRun> run;
    std::shared_ptr<const Judgement> judgement; // of `run`, as if it ended now
    std::optional<Error> refusal;               // why there is no run to be seen now
    bool isAnotherRun = false;                  // the first one, or one in the place of the last
    std::vector<int> landed;  // iterations that were not there before, ascending; also late ones
    std::vector<int> changed; // that were, and say something else now
    // Defects that are not told yet. One that may be passing, as half a file or the temporary file
    // of a writer, is told only when it stands for kPartialGraceMs, or when the run has ended.
    std::vector<Finding> findings;
    bool hasEnded = false;            // RUN_END.json of this run is there, and all is read
    std::optional<EpochMs> lookAgain; // something is due then, though nothing may happen
    std::string unknownProfile;       // recorded with the run and not built in: judged by mission
};

// One thread at a time.
class LiveWatch final
{
public:
    explicit LiveWatch(LiveOptions options) : m_options(std::move(options)) {}

    // `now` is wall time, and does not go back. Anything may be in the folder, or nothing.
    LiveLook look(EpochMs now, const std::stop_token& stop = {});

    // Where changes are to be expected: of the run, or where it is looked for.
    [[nodiscard]] const fs::path& folder() const
    {
        return m_folder.empty() ? m_options.given : m_folder;
    }

private:
    struct Seen {
        EpochMs first = 0;
        bool isTold = false;
    };

    Result<FollowedRun> follow(EpochMs now, const std::stop_token& stop);
    void judgeAgain();
    void refuse(const Error& error, EpochMs now, LiveLook& look);
    [[nodiscard]] bool isAnotherRun(const SoakRun& run) const;
    void beginAnother(LiveLook& look);
    void compare(LiveLook& look);
    void takeFindings(EpochMs now, LiveLook& look);

    LiveOptions m_options;
    fs::path m_folder; // of m_follower
    std::unique_ptr<RunFollower> m_follower;
    std::shared_ptr<const SoakRun> m_run;
    std::shared_ptr<const Judgement> m_judgement;
    std::string m_unknownProfile;
    std::optional<EpochMs> m_unreadableSince; // there are files, and none can be read
    std::map<int, std::size_t> m_iterations;  // number -> hash of what it says
    std::map<std::string, Seen> m_findings;   // by all that they say
};

} // namespace soak
