// SPDX-License-Identifier: GPL-3.0-or-later
// What the overview says of a run, as texts: no widgets.
#pragma once

#include "core/analysis/explain.h"
#include "ui/session/session.h"
#include "ui/theme/colours.h"

#include <QString>

#include <optional>
#include <vector>

namespace soak::ui
{

struct HeaderField {
    QString name;
    QString value;                     // "—" where it is not recorded
    std::vector<Sentence> source = {}; // where its number comes from; empty: it is none
};

// Id, engine, seed, start, iterations, profiles, version, chain, folder.
std::vector<HeaderField> headerFields(const OpenRun& run);

// What other overrides the run was branched off with, a line for each time; empty: it is no
// what-if.
QStringList branchLines(const OpenRun& run);

struct QualityRow {
    Meaning meaning = Meaning::Warn;
    QString count; // "3"
    QString title; // "override conflict"
    QString text;  // the first of them, in the words of the core
    std::optional<int> iteration;
    std::vector<Sentence> source = {}; // where the count comes from
};

// Missing and unreadable iterations, then the findings by kind, worst first. Empty: nothing is
// wrong.
std::vector<QualityRow> qualityRows(const OpenRun& run);

} // namespace soak::ui
