// SPDX-License-Identifier: GPL-3.0-or-later
// The fast parser of iteration files. For .cpp files of this layer.
#pragma once

#include "core/io/row_block.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace soak
{

inline constexpr std::size_t kFastFileLimit = 256 * 1024; // larger files go to the tolerant reader
inline constexpr std::size_t kFastPadding = 64;           // that the parser may read beyond a text

class FastIterationParser final
{
public:
    explicit FastIterationParser(const ParameterRegistry& registry);
    ~FastIterationParser();
    FastIterationParser(const FastIterationParser&) = delete;
    FastIterationParser& operator=(const FastIterationParser&) = delete;

    // Forgets the ids of the former block's pools.
    void beginBlock();

    // False, with `row` and `block` as they were, when anything in the file is odd enough for a
    // finding. `text` has kFastPadding readable bytes behind it.
    bool parse(std::string_view text, const std::optional<std::string>& runId, IterationRow& row,
               RowBlock& block);

private:
    class Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace soak
