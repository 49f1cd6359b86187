// SPDX-License-Identifier: GPL-3.0-or-later
// Where the readers of one file put its defects. For .cpp files of this layer.
#pragma once

#include "core/model/finding.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

inline constexpr std::size_t kMaxFindingsPerFile =
    100; // the rest of a hostile file says nothing new

class FindingSink final
{
public:
    FindingSink(std::string_view file, std::optional<int> iteration, std::vector<Finding>& out)
        : m_file(file), m_iteration(iteration), m_out(&out)
    {
    }

    void add(FindingKind kind, Severity severity, std::string field, std::string text)
    {
        if (m_count++ < kMaxFindingsPerFile) {
            m_out->push_back(
                {kind, severity, m_file, m_iteration, std::move(field), std::move(text)});
        }
    }

    [[nodiscard]] const std::string& file() const { return m_file; }

private:
    std::string m_file;
    std::optional<int> m_iteration;
    std::vector<Finding>* m_out;
    std::size_t m_count = 0;
};

} // namespace soak
