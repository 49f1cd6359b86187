// SPDX-License-Identifier: GPL-3.0-or-later
// What people add to runs: names, colours, notes, which folders are open. Keyed by the identity of
// a run (DESIGN 3), never by its path; stored beside the runs as JSON, never in them. GUI thread
// only.
#pragma once

#include "core/base/file.h"
#include "core/base/result.h"
#include "core/io/workspace_notes.h"

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUndoStack>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace soak::ui
{

// About the run, an iteration of it (`from` == `to`) or a range.
struct RunNote {
    QString text;
    QString by;      // who wrote it
    qint64 atMs = 0; // when, ms since 1970 UTC
    std::optional<int> from = std::nullopt;
    std::optional<int> to = std::nullopt;
    QJsonObject unknown = {}; // keys of a newer program, kept
    bool operator==(const RunNote&) const = default;
};

// "#33", "#29 to #36", "the whole run", in the person's language.
QString subjectOf(const RunNote& note);
// Of the whole run, or with `iteration` among its own.
bool concerns(const RunNote& note, int iteration);

struct RunMarks {
    QString alias;
    std::optional<std::size_t> colour; // slot of runColour(), chosen by the person
    std::vector<RunNote> notes;
    QString arm;         // of the comparison, chosen by the person: "A", "B"; empty: none
    QJsonObject unknown; // keys of a newer program, kept
    bool operator==(const RunMarks&) const = default;
};

// Which charts stand in the Iterations view, and how.
struct ChartLayout {
    QStringList charts; // ids of scenes, in their order; empty: the four goals
    int columns = 1;
    bool isMarketOpen = false;       // the group Market and load
    QStringList compareColumns = {}; // of the table of compared runs (keyOf); empty: the usual ones
    QJsonObject compare = {}; // how runs are compared (compare_choices.h); empty: as at first
    QJsonObject unknown = {}; // keys of a newer program, kept
    bool operator==(const ChartLayout&) const = default;
};

// A workspace file as a value.
struct WorkspaceData {
    std::vector<fs::path> folders; // of the open runs, in their order; absolute
    std::vector<fs::path> bases;   // folders that are looked through for runs; absolute
    QStringList shown;             // identities
    QString primary;
    QString baseline;
    std::map<QString, RunMarks> runs;
    ChartLayout layout;
    QString ignoredOverrides; // patterns, as typed: left out of the differences
    QString comparePage;      // of the Compare view, as keyOf() calls it; empty: the first one
    QJsonObject unknown;
    bool operator==(const WorkspaceData&) const = default;
};

// Paths are written relative to `home`, the folder of the workspace file, where they lie in it or
// beside it.
QByteArray workspaceText(const WorkspaceData& data, const fs::path& home);
// Errors: BadInput (not JSON, no workspace, of a newer version).
Result<WorkspaceData> parseWorkspace(const QByteArray& text, const fs::path& home);

// By QSaveFile: the old file stays whole until the new one is. Errors: NotWritable.
Status saveWorkspace(const WorkspaceData& data, const fs::path& file);
Result<WorkspaceData> loadWorkspace(const fs::path& file); // errors also as readFile

// The marks in force, and the history of what the person did.
class Workspace final : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(QObject* parent = nullptr);

    [[nodiscard]] const std::map<QString, RunMarks>& runs() const { return m_runs; }

    [[nodiscard]] const RunMarks& marksOf(const QString& identity) const; // empty ones when none

    [[nodiscard]] const ChartLayout& layout() const { return m_layout; }

    [[nodiscard]] const QString& ignoredOverrides() const { return m_ignoredOverrides; }

    [[nodiscard]] const QString& comparePage() const { return m_comparePage; }

    [[nodiscard]] const QJsonObject& unknown() const { return m_unknown; }

    void restore(const WorkspaceData& data); // the history begins anew

    // Who calls runs by which names: for the texts of the history.
    void setNames(std::function<QString(const QString& identity)> names);

    // Edits of the person; each can be undone.
    void setAlias(const QString& identity, const QString& alias);
    void setColour(const QString& identity, std::optional<std::size_t> slot);
    void setArm(const QString& identity, const QString& arm); // "A", "B", "" = none
    void addNote(const QString& identity, RunNote note);
    void replaceNote(const QString& identity, std::size_t index, RunNote note);
    void removeNote(const QString& identity, std::size_t index);
    void setLayout(const QString& text, const ChartLayout& layout); // `text`: what was done
    void setIgnoredOverrides(const QString& patterns);
    // Where one looks is kept and is no edit.
    void setComparePage(const QString& page);
    // Another edit: `redo` is called now.
    void edit(const QString& text, std::function<void()> redo, std::function<void()> undo);

    QUndoStack& history() { return m_history; }

Q_SIGNALS:
    void changed(const QString& identity);
    void layoutChanged();
    void ignoredOverridesChanged();
    void comparePageChanged();

private:
    void replace(const QString& identity, const QString& text, RunMarks marks);
    void set(const QString& identity, const RunMarks& marks);
    void lay(const ChartLayout& layout);
    void ignore(const QString& patterns);
    [[nodiscard]] QString nameOf(const QString& identity) const;

    std::map<QString, RunMarks> m_runs;
    ChartLayout m_layout;
    QString m_ignoredOverrides;
    QString m_comparePage;
    QJsonObject m_unknown;
    std::function<QString(const QString&)> m_names;
    QUndoStack m_history;
};

} // namespace soak::ui
