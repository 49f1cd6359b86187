// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong: refusals of the world, and defects in the data of the runs that are shown.
#pragma once

#include "core/model/finding.h"
#include "ui/session/view_context.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace soak::ui
{

struct ProblemRow {
    Severity severity = Severity::Error;
    QString run;   // name of the run; "" for a refusal of the world
    QString file;  // as told
    fs::path path; // of its bytes; empty = there is none
    std::optional<int> iteration;
    QString what;   // kind of defect, or what was tried
    QString reason; // the sentence
    QString identity;
    std::optional<std::size_t> dismissable; // index in Session::problems()
    bool operator==(const ProblemRow&) const = default;
};

// Refusals first, then findings of the shown runs, errors before warnings before notes.
std::vector<ProblemRow> problemRows(const ViewContext& context);

// How many of them ask for a look: no notes.
std::size_t countToLookAt(const std::vector<ProblemRow>& rows);

class ProblemsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<ProblemRow> rows);

    [[nodiscard]] const std::vector<ProblemRow>& rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<ProblemRow> m_rows;
};

} // namespace soak::ui
