// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/fast_iteration.h"

namespace soak
{

class FastIterationParser::Parser final
{
};

FastIterationParser::FastIterationParser(const ParameterRegistry&) {}

FastIterationParser::~FastIterationParser() = default;

void FastIterationParser::beginBlock() {}

bool FastIterationParser::parse(std::string_view, const std::optional<std::string>&, IterationRow&,
                                RowBlock&)
{
    return false;
}

} // namespace soak
