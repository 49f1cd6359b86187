// SPDX-License-Identifier: GPL-3.0-or-later
// One line of the list of runs, whatever it was made from: a run that is open, or one that was only
// found in a folder.
#pragma once

#include "core/analysis/judgement.h"
#include "ui/session/found_row.h"
#include "ui/session/view_context.h"
#include "ui/theme/colours.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace soak::ui
{

inline constexpr std::size_t kListedKpis = 4; // goalMetrics()

struct RunListItem {
    QString folder;   // where it lies; the key of the line
    QString identity; // SoakRun::identity; "" while it is not known
    QString name;     // alias, id or folder
    std::optional<qint64> startedMs;
    std::size_t read = 0;       // iterations
    std::optional<int> planned; // of RUN.json
    Meaning meaning = Meaning::NoData;
    std::string_view word = "NO DATA"; // of the verdict or state, English of the core
    std::array<std::optional<double>, kListedKpis> kpis{};    // of the window, by goalMetrics()
    std::array<std::optional<double>, kListedKpis> margins{}; // share of the threshold; negative =
                                                              // missed
    std::size_t colourSlot = 0;
    bool isOpen = false;
    bool isShown = false;
    bool isPrimary = false;
    bool isBaseline = false;
    bool isNew = false;     // since the last visit
    QString arm = {};       // of the comparison that the person put it in: "A", "B"
    QStringList notes = {}; // what people wrote about it, one line a note
    FoundRow row;           // for the filter
    bool operator==(const RunListItem&) const = default;
};

// What a run is called by its verdict or, before its end, by where it stands.
struct RunState {
    Meaning meaning = Meaning::NoData;
    std::string_view word;
};

RunState stateOf(const OpenRun& open);

RunListItem listItemOf(const OpenRun& open, const ViewContext& context,
                       std::optional<qint64> lastVisitMs);

// Each note with what it is about: "#33: spike".
QStringList noteLines(const std::vector<RunNote>& notes);

// A run that was found and is not open.
RunListItem listItemOf(const FoundRow& found);

} // namespace soak::ui
