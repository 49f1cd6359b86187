// SPDX-License-Identifier: GPL-3.0-or-later
// A run of the list that nobody changes: the finder, the list and its filter hold the same one, so
// that a list of thousands is handed on without a copy of each.
#pragma once

#include "core/history/run_index.h"

#include <memory>
#include <utility>

namespace soak::ui
{

class FoundRow
{
public:
    FoundRow() : m_row(none()) {}

    explicit FoundRow(RunRow row) : m_row(std::make_shared<const RunRow>(std::move(row))) {}

    const RunRow& operator*() const { return *m_row; }

    const RunRow* operator->() const { return m_row.get(); }

    // By value: the same run listed again says the same.
    bool operator==(const FoundRow& other) const
    {
        return m_row == other.m_row || *m_row == *other.m_row;
    }

private:
    static const std::shared_ptr<const RunRow>& none()
    {
        static const auto kNone = std::make_shared<const RunRow>();
        return kNone;
    }

    std::shared_ptr<const RunRow> m_row; // never null
};

} // namespace soak::ui
