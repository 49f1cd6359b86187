// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/bot_shell.h"

#include "core/base/file.h"
#include "core/base/text.h"

#include <nlohmann/json.hpp>

namespace soak
{

BotShell::BotShell(const std::string& script)
{
    set("SOAK_SLEEP_SECONDS", "0");
    write("bot.sh",
          "if [ $SOAK_ITERATION = 2 ]; then\n" + script + "\nelse\n" + kGoodBot + "\nfi\n");
}

std::string leftBehind(const Shell& shell)
{
    for (const std::string& pid : listFolder("/proc").value_or({})) {
        const fs::path proc = fs::path("/proc") / pid;
        std::error_code error;
        const bool isHere = fs::read_symlink(proc / "cwd", error) == shell.path();
        const auto environment = readFile(proc / "environ");
        const bool wasGiven =
            environment &&
            environment->find("SOAK_OUTPUT_DIR=" + shell.path().string()) != std::string::npos;
        if (parseInteger(pid) && (isHere || wasGiven)) {
            return pid + " " + readFile(proc / "comm").value_or("");
        }
    }
    return "";
}

nlohmann::json summaryIn(const Shell& shell, int iteration)
{
    return nlohmann::json::parse(
        shell.read(kRunFolder + ("ITER_SUMMARY_" + std::to_string(iteration)) + ".json"));
}

std::string failureOf(const nlohmann::json& iteration)
{
    return iteration.at("summary").value("failure", std::string("none"));
}

} // namespace soak
