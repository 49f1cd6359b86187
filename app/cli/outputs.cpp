// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outputs.h"

#include <algorithm>

namespace soak::cli
{

Status keepOutOfRun(const fs::path& output, const fs::path& runFolder)
{
    std::error_code error;
    const fs::path run = fs::canonical(runFolder, error);
    const fs::path place = fs::weakly_canonical(fs::absolute(output, error), error);
    if (error || run.empty()) {
        return Done{}; // writing will say what is wrong with the path
    }
    const auto [atRun, atPlace] = std::mismatch(run.begin(), run.end(), place.begin(), place.end());
    if (atRun == run.end()) {
        return Error{Errc::Usage,
                     "lies in the run itself, which is only read; choose another place",
                     pathText(output)};
    }
    return Done{};
}

Status writeWhere(Context& context, const fs::path& runFolder, std::string_view option,
                  const std::string& text)
{
    const auto path = context.arguments.text(option);
    if (!path) {
        return Done{};
    }
    if (*path == "-") {
        context.terminal.result(text);
        return Done{};
    }
    SOAK_CHECK(keepOutOfRun(*path, runFolder));
    return writeFileAtomically(*path, text);
}

} // namespace soak::cli
