// SPDX-License-Identifier: GPL-3.0-or-later
// Follows a run by looking at its folder again, and judges it anew when it changed.
#pragma once

#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/io/run_follower.h"
#include "core/model/gate_profile.h"
#include "core/serve/metrics_page.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace soak
{

struct WatchOptions {
    fs::path given; // run directory, base, or folder above one, as for findRun
    std::optional<GateProfile> profile = std::nullopt; // absent: the one recorded with the run
    std::optional<int> window = std::nullopt;          // absent: the profile's
    std::string toolVersion;
};

// One thread at a time.
class RunWatch final
{
public:
    explicit RunWatch(WatchOptions options) : m_options(std::move(options)) {}

    // The page of the run as it is at `now` (wall time): the same object as before when nothing
    // changed. A run that is not there, not readable or not judgeable gives the page that says so;
    // it is looked for again each time. Never null.
    std::shared_ptr<const MetricsPage> look(EpochMs now, const std::stop_token& stop = {});

private:
    Result<std::shared_ptr<const MetricsPage>> lookAtRun(EpochMs now, const std::stop_token& stop);

    WatchOptions m_options;
    fs::path m_folder; // of m_follower
    std::unique_ptr<RunFollower> m_follower;
    std::shared_ptr<const SoakRun> m_run; // that m_page is of; null when it is of none
    std::shared_ptr<const MetricsPage> m_page;
};

} // namespace soak
