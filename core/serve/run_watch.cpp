// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/run_watch.h"

#include "core/analysis/recorded_profile.h"
#include "core/io/find_run.h"

namespace soak
{
namespace
{

constexpr unsigned kLoadThreads = 2;

MetricsPage pageOf(const std::shared_ptr<const SoakRun>& run, const WatchOptions& options)
{
    JudgeOptions judging;
    judging.window = options.window;
    if (options.profile) {
        return metricsPage(judge(run, *options.profile, judging), options.toolVersion);
    }
    const RecordedProfile recorded = recordedProfileOf(*run);
    MetricsPage page = metricsPage(judge(run, recorded.profile, judging), options.toolVersion);
    if (!recorded.unknownName.empty()) {
        page.remark = "judged by profile mission: the run was made with '" + recorded.unknownName +
                      "', which is not built in; give its file";
    }
    return page;
}

} // namespace

Result<std::shared_ptr<const MetricsPage>> RunWatch::lookAtRun(EpochMs now,
                                                               const std::stop_token& stop)
{
    SOAK_TRY(fs::path folder, findRun(m_options.given));
    if (m_follower == nullptr || folder != m_folder) {
        // The hashes of files are in no metric: those of the chain are enough.
        m_follower =
            std::make_unique<RunFollower>(folder, LoadOptions{.threads = kLoadThreads,
                                                              .registry = nullptr,
                                                              .provenance = Provenance::ChainOnly});
        m_folder = std::move(folder);
    }
    SOAK_TRY(const FollowedRun followed, m_follower->poll(now, stop));
    if (followed.run == m_run) {
        return m_page;
    }
    auto page = std::make_shared<const MetricsPage>(pageOf(followed.run, m_options));
    m_run = followed.run;
    return page;
}

std::shared_ptr<const MetricsPage> RunWatch::look(EpochMs now, const std::stop_token& stop)
{
    auto page = lookAtRun(now, stop);
    if (page) {
        m_page = std::move(*page);
        return m_page;
    }
    const bool isCancelled = page.error().code == Errc::Cancelled && m_page != nullptr;
    MetricsPage failed = failedPage(page.error());
    const bool isAsBefore = m_run == nullptr && m_page != nullptr && m_page->state == failed.state;
    if (!isCancelled && !isAsBefore) {
        m_run = nullptr;
        m_page = std::make_shared<const MetricsPage>(std::move(failed));
    }
    return m_page;
}

} // namespace soak
