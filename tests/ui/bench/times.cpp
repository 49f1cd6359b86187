// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bench/times.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace soak::ui
{
namespace
{

double threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

const Times& rowOf(const std::vector<Times>& all, const std::string& name)
{
    const std::string& wanted = name.empty() ? std::string("empty_qtcharts") : name;
    return *std::find_if(all.begin(), all.end(),
                         [&](const Times& one) { return one.name == wanted; });
}

nlohmann::json statistics(const Times& times, Field field)
{
    return {{"p50_ms", quantile(times, 0.5, field)},
            {"p99_ms", quantile(times, 0.99, field)},
            {"max_ms", quantile(times, 1, field)}};
}

} // namespace

double quantile(const Times& times, double share, Field field)
{
    std::vector<double> sorted;
    for (const Sample& sample : times.all) {
        sorted.push_back(sample.*field);
    }
    std::sort(sorted.begin(), sorted.end());
    const auto last = static_cast<double>(sorted.size() - 1);
    return sorted.at(static_cast<std::size_t>(std::lround(share * last)));
}

Sample timed(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    const double before = threadMs();
    work();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    return {static_cast<double>(timer.nsecsElapsed()) / 1e6, threadMs() - before};
}

int report(const std::vector<Times>& times, const std::vector<Count>& counts)
{
    nlohmann::json rows = nlohmann::json::array();
    bool isWithin = true;
    double load[3] = {};
    static_cast<void>(getloadavg(load, 3));
    std::fprintf(stderr,
                 "load average %.2f; ms of the GUI thread's processor time (wall)\n%-22s %16s %16s "
                 "%16s %9s %8s\n",
                 load[0], "what", "p50", "p99", "max", "budget", "ratio");
    for (const Times& one : times) {
        const Times& other = rowOf(times, one.against);
        const double ratio =
            quantile(one, 0.5, &Sample::cpuMs) / quantile(other, 0.5, &Sample::cpuMs);
        const bool isKept =
            (one.budgetMs == 0 || quantile(one, 0.99, &Sample::cpuMs) <= one.budgetMs) &&
            (one.budgetRatio == 0 || ratio <= one.budgetRatio);
        isWithin = isWithin && isKept;
        std::fprintf(stderr, "%-22s", one.name.c_str());
        for (const double share : {0.5, 0.99, 1.0}) {
            std::fprintf(stderr, " %7.2f (%6.2f)", quantile(one, share, &Sample::cpuMs),
                         quantile(one, share, &Sample::wallMs));
        }
        std::fprintf(stderr, " %9.1f %8.2f%s\n", one.budgetMs, ratio, isKept ? "" : "  over");
        rows.push_back({{"name", one.name},
                        {"samples", one.all.size()},
                        {"cpu", statistics(one, &Sample::cpuMs)},
                        {"wall", statistics(one, &Sample::wallMs)},
                        {"budget_p99_ms", one.budgetMs},
                        {"budget_ratio", one.budgetRatio},
                        {"against", other.name},
                        {"median_cpu_ratio", ratio},
                        {"within", isKept}});
    }
    for (const Count& one : counts) {
        isWithin = isWithin && one.broken == 0 && one.seen > 0;
        std::fprintf(stderr, "%-22s %zu of %zu do not hold\n", one.name.c_str(), one.broken,
                     one.seen);
        rows.push_back({{"name", one.name}, {"seen", one.seen}, {"broken", one.broken}});
    }
    std::printf(
        "%s\n",
        nlohmann::json{{"schema", "chart_bench/2"}, {"load_average", load[0]}, {"rows", rows}}
            .dump(2)
            .c_str());
    return isWithin ? 0 : 1;
}

} // namespace soak::ui
