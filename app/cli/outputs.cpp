// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outputs.h"

namespace soak::cli
{

Status writeWhere(Context& context, std::string_view option, const std::string& text)
{
    const auto path = context.arguments.text(option);
    if (!path) {
        return Done{};
    }
    if (*path == "-") {
        context.terminal.result(text);
        return Done{};
    }
    return writeFileAtomically(*path, text);
}

} // namespace soak::cli
