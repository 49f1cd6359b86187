// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/run_policy.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/io/artifacts.h"

namespace soak
{

namespace
{

const JsonPath& retriesPath()
{
    static const JsonPath path{"retries"};
    return path;
}

const JsonPath& stopPath()
{
    static const JsonPath path{"stop_after_failures"};
    return path;
}

void setCount(RunInfo& info, const JsonPath& path, int count)
{
    if (count > 0) {
        info.extras[path] = std::to_string(count);
    } else {
        info.extras.erase(path);
    }
}

Result<int> countIn(const RunInfo& info, const JsonPath& path, int most)
{
    const auto found = info.extras.find(path);
    if (found == info.extras.end()) {
        return 0;
    }
    const auto count = parseInteger(found->second);
    if (!count || *count < 0 || *count > most) {
        return Error{Errc::BadInput,
                     escapeTerminal(found->second) + " is no whole number from 0 to " +
                         std::to_string(most),
                     std::string(kRunFile) + ": " + path.front()};
    }
    return static_cast<int>(*count);
}

} // namespace

void setPolicy(RunInfo& info, const RunPolicy& policy)
{
    setCount(info, retriesPath(), policy.retries);
    setCount(info, stopPath(), policy.stopAfterFailures);
}

Result<RunPolicy> policyOf(const RunInfo& info)
{
    RunPolicy policy;
    SOAK_TRY(policy.retries, countIn(info, retriesPath(), kMostRetries));
    SOAK_TRY(policy.stopAfterFailures, countIn(info, stopPath(), kMostFailuresInRow));
    return policy;
}

} // namespace soak
