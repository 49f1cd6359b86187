// SPDX-License-Identifier: GPL-3.0-or-later
// The views of the window and what they are called on the command line and in files, never
// translated.
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace soak::ui
{

enum class View { Overview, Iterations, Overrides, Guards, Reports, Compare, History, Release };
inline constexpr int kViewCount = 8;

inline constexpr std::array<const char*, kViewCount> kViewNames{
    "overview", "iterations", "overrides", "guards", "reports", "compare", "history", "release"};

inline QString nameOf(View view)
{
    return QLatin1String(kViewNames.at(static_cast<std::size_t>(view)));
}

// nullopt: no view is called so.
inline std::optional<View> viewNamed(const QString& name)
{
    for (std::size_t i = 0; i < kViewNames.size(); ++i) {
        if (name == QLatin1String(kViewNames[i])) {
            return static_cast<View>(i);
        }
    }
    return std::nullopt;
}

} // namespace soak::ui
