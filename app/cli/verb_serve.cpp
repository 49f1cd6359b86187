// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "app/cli/json_result.h"
#include "core/base/version.h"
#include "core/serve/serve_run.h"

#include <nlohmann/json.hpp>

namespace soak::cli
{
namespace
{

constexpr std::uint16_t kDefaultPort = 9477;

Result<ServePlan> planOf(Context& context)
{
    const Arguments& arguments = context.arguments;
    ServePlan plan;
    plan.address.host = arguments.text("host").value_or(plan.address.host);
    plan.address.port =
        static_cast<std::uint16_t>(arguments.integer("port").value_or(kDefaultPort));
    SOAK_TRY(plan.watch.given, inputPath(context, {"path"}));
    if (const auto name = arguments.text("profile")) {
        SOAK_TRY(GateProfile profile, gateProfileNamed(*name));
        plan.watch.profile = std::move(profile);
    }
    if (const auto window = arguments.integer("last-n")) {
        plan.watch.window = static_cast<int>(*window);
    }
    plan.watch.toolVersion = std::string(kToolVersion);
    return plan;
}

// The first line of the result, at once: who started us waits for it.
Status announce(Context& context, const ListenAddress& address)
{
    const std::string url = urlOf(address) + "/metrics";
    context.terminal.result(
        context.arguments.flag("json")
            ? jsonResult("serve", {{"host", address.host}, {"port", address.port}, {"url", url}})
            : url + "\n");
    SOAK_CHECK(context.terminal.finish());
    if (!isLoopback(address)) {
        context.terminal.note("not only this machine can read the metrics; there is no password");
    }
    return Done{};
}

} // namespace

Result<ExitCode> serveVerb(Context& context)
{
    SOAK_TRY(const ServePlan plan, planOf(context));
    const ServeListener listener{
        .listening = [&context](const ListenAddress& at) { return announce(context, at); },
        .changed =
            [&context](const MetricsPage& page) {
                context.terminal.note(page.isReady ? "serving " + page.state
                                                   : "nothing to serve: " + page.state);
                if (page.remark) {
                    context.terminal.warn(*page.remark);
                }
            }};
    SOAK_CHECK(serveRun(plan, context.clock, context.stop, listener));
    return ExitCode::Ok; // only a signal ends it, which is what was asked for
}

} // namespace soak::cli
