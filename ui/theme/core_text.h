// SPDX-License-Identifier: GPL-3.0-or-later
// What the core says in English, in the language of the window.
#pragma once

#include <QString>

#include <functional>
#include <string_view>

namespace soak::ui
{

// A finding, a reason, a blocker: taken apart (core/model/said_text.h), each part translated. What
// somebody else said stays as it is.
QString coreText(std::string_view english);

// A number, an interval, a target or a change as this language writes it; any other text as it is.
QString localQuantity(std::string_view text);

// `pattern` with {n} replaced by textOf(n - 1), for n up to `count`, and the rest by `escape` of
// it.
QString fillPlaces(const QString& pattern, std::size_t count,
                   const std::function<QString(const QString&)>& escape,
                   const std::function<QString(std::size_t)>& textOf);

} // namespace soak::ui
