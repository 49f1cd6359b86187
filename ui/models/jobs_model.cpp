// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jobs_model.h"

#include <algorithm>
#include <array>

namespace soak::ui
{
namespace
{

QString durationText(std::chrono::seconds time)
{
    return time < std::chrono::minutes(2)
               ? JobsModel::tr("%n second(s)", nullptr, static_cast<int>(time.count()))
               : JobsModel::tr(
                     "%n minute(s)", nullptr,
                     static_cast<int>(std::chrono::ceil<std::chrono::minutes>(time).count()));
}

using TimePoint = std::chrono::steady_clock::time_point;

QString doneText(const JobInfo& job, TimePoint /*now*/)
{
    return job.total == 0 ? QString::number(job.done)
                          : JobsModel::tr("%1 of %2").arg(job.done).arg(job.total);
}

QString leftText(const JobInfo& job, TimePoint now)
{
    const auto left = remainingOf(job, now);
    return job.isStopping ? JobsModel::tr("stopping")
           : left         ? durationText(*left)
                          : QStringLiteral("\u2014");
}

struct Column {
    const char* title;
    QString (*text)(const JobInfo&, TimePoint);
};

constexpr std::array kColumns{
    Column{QT_TRANSLATE_NOOP("soak::ui::JobsModel", "Job"),
           [](const JobInfo& job, TimePoint) { return job.title; }},
    Column{QT_TRANSLATE_NOOP("soak::ui::JobsModel", "Done"), doneText},
    Column{QT_TRANSLATE_NOOP("soak::ui::JobsModel", "Left"), leftText},
    Column{QT_TRANSLATE_NOOP("soak::ui::JobsModel", "At"),
           [](const JobInfo& job, TimePoint) { return job.what; }},
};

} // namespace

std::optional<std::chrono::seconds> remainingOf(const JobInfo& job,
                                                std::chrono::steady_clock::time_point now)
{
    if (job.total == 0 || job.done == 0 || job.done > job.total) {
        return std::nullopt;
    }
    const std::chrono::duration<double> spent = now - job.started;
    const double each = spent.count() / static_cast<double>(job.done);
    return std::chrono::ceil<std::chrono::seconds>(
        std::chrono::duration<double>(each * static_cast<double>(job.total - job.done)));
}

JobsModel::JobsModel(Jobs& jobs, QObject* parent)
    : QAbstractTableModel(parent), m_jobs(jobs), m_now(std::chrono::steady_clock::now())
{
}

void JobsModel::refresh(std::chrono::steady_clock::time_point now)
{
    std::vector<JobInfo> rows = m_jobs.running();
    std::erase_if(rows, [now](const JobInfo& job) { return now - job.started < kShownAfter; });
    const bool isSame = std::ranges::equal(rows, m_rows, {}, &JobInfo::id, &JobInfo::id);
    m_now = now;
    if (isSame) {
        m_rows = std::move(rows);
        if (!m_rows.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int JobsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JobsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumns.size());
}

QVariant JobsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const JobInfo& job = m_rows.at(static_cast<std::size_t>(index.row()));
    if (role == IdRole) {
        return job.id;
    }
    if (role == ShareRole) {
        return job.total == 0
                   ? QVariant()
                   : QVariant(static_cast<double>(job.done) / static_cast<double>(job.total));
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    return kColumns.at(static_cast<std::size_t>(index.column())).text(job, m_now);
}

QVariant JobsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return tr(kColumns.at(static_cast<std::size_t>(section)).title);
}

} // namespace soak::ui
