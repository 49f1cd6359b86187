// SPDX-License-Identifier: GPL-3.0-or-later
// The runs below some folders, read off the folders themselves.
#pragma once

#include "core/base/file.h"
#include "core/history/run_index.h"

#include <string>
#include <vector>

namespace soak
{

class FolderIndex final : public RunIndex
{
public:
    // Bases with soak/latest and RUN_<ms>, or any folders with runs in or below them.
    explicit FolderIndex(std::vector<fs::path> bases) : m_bases(std::move(bases)) {}

    // A run that lies in several folders, as an isolated one and its copy in soak/latest do, is one
    // row; of the two the isolated folder is its place. Those that do not say when they started
    // come last, by name.
    [[nodiscard]] Result<std::vector<RunRow>> list(EpochMs now, std::stop_token stop,
                                                   const Progress& progress) const override;
    [[nodiscard]] Result<RunRow> judged(RunRow row, std::stop_token stop) const override;

    // Whether the last list() reached a limit (find_runs.h).
    [[nodiscard]] bool isCut() const { return m_isCut; }

private:
    std::vector<fs::path> m_bases;
    mutable bool m_isCut = false;
};

// By what people know the run in `folder`: its name, "nightly" of nightly/soak/latest.
std::string runNameOf(const fs::path& folder);

// The row of one folder, without figures.
RunRow rowOfFolder(const fs::path& folder, EpochMs now);

} // namespace soak
