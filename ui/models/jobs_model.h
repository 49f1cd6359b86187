// SPDX-License-Identifier: GPL-3.0-or-later
// The work that runs in the background: how far it is and how long it will take.
#pragma once

#include "ui/session/jobs.h"

#include <QAbstractTableModel>

#include <chrono>
#include <optional>
#include <vector>

namespace soak::ui
{

// What remains by the pace so far; nullopt while the total or the pace is unknown.
std::optional<std::chrono::seconds> remainingOf(const JobInfo& job,
                                                std::chrono::steady_clock::time_point now);

class JobsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    // Work shorter than this is not worth a line.
    static constexpr std::chrono::milliseconds kShownAfter{300};

    enum Role { ShareRole = Qt::UserRole, IdRole }; // done of total, 0..1; the job's id

    explicit JobsModel(Jobs& jobs, QObject* parent = nullptr);

    void refresh(std::chrono::steady_clock::time_point now);

    [[nodiscard]] const std::vector<JobInfo>& rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    Jobs& m_jobs;
    std::vector<JobInfo> m_rows;
    std::chrono::steady_clock::time_point m_now;
};

} // namespace soak::ui
