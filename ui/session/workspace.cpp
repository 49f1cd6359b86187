// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/workspace.h"

#include <QUndoCommand>

#include <utility>

namespace soak::ui
{
namespace
{

class Edit final : public QUndoCommand
{
public:
    Edit(const QString& text, std::function<void()> redo, std::function<void()> undo)
        : QUndoCommand(text), m_redo(std::move(redo)), m_undo(std::move(undo))
    {
    }

    void redo() override { m_redo(); }

    void undo() override { m_undo(); }

private:
    std::function<void()> m_redo;
    std::function<void()> m_undo;
};

} // namespace

QString subjectOf(const RunNote& note)
{
    if (!note.from && !note.to) {
        return Workspace::tr("the whole run");
    }
    const int from = note.from.value_or(note.to.value_or(0));
    const int to = note.to.value_or(from);
    return from == to ? QStringLiteral("#%1").arg(from)
                      : Workspace::tr("#%1 to #%2").arg(from).arg(to);
}

bool concerns(const RunNote& note, int iteration)
{
    return (!note.from || *note.from <= iteration) && (!note.to || iteration <= *note.to);
}

Workspace::Workspace(QObject* parent) : QObject(parent) {}

const RunMarks& Workspace::marksOf(const QString& identity) const
{
    static const RunMarks none;
    const auto found = m_runs.find(identity);
    return found == m_runs.end() ? none : found->second;
}

void Workspace::restore(const WorkspaceData& data)
{
    const std::map<QString, RunMarks> before = std::exchange(m_runs, data.runs);
    m_unknown = data.unknown;
    m_history.clear();
    for (const auto& [identity, marks] : before) {
        Q_EMIT changed(identity);
    }
    for (const auto& [identity, marks] : m_runs) {
        Q_EMIT changed(identity);
    }
    lay(data.layout);
    ignore(data.ignoredOverrides);
    setComparePage(data.comparePage);
}

void Workspace::setComparePage(const QString& page)
{
    if (page != m_comparePage) {
        m_comparePage = page;
        Q_EMIT comparePageChanged();
    }
}

void Workspace::setLayout(const QString& text, const ChartLayout& layout)
{
    if (layout != m_layout) {
        edit(
            text, [this, layout] { lay(layout); }, [this, before = m_layout] { lay(before); });
    }
}

void Workspace::lay(const ChartLayout& layout)
{
    if (layout != m_layout) {
        m_layout = layout;
        Q_EMIT layoutChanged();
    }
}

void Workspace::setIgnoredOverrides(const QString& patterns)
{
    const QString wanted = patterns.simplified();
    if (wanted != m_ignoredOverrides) {
        edit(
            wanted.isEmpty() ? tr("Leave out no differences")
                             : tr("Leave out the differences %1").arg(wanted),
            [this, wanted] { ignore(wanted); },
            [this, before = m_ignoredOverrides] { ignore(before); });
    }
}

void Workspace::ignore(const QString& patterns)
{
    if (patterns != m_ignoredOverrides) {
        m_ignoredOverrides = patterns;
        Q_EMIT ignoredOverridesChanged();
    }
}

void Workspace::setAlias(const QString& identity, const QString& alias)
{
    RunMarks marks = marksOf(identity);
    marks.alias = alias.trimmed();
    const QString text = marks.alias.isEmpty()
                             ? tr("Take the name of %1 away").arg(nameOf(identity))
                             : tr("Rename %1 to %2").arg(nameOf(identity), marks.alias);
    replace(identity, text, std::move(marks));
}

void Workspace::setColour(const QString& identity, std::optional<std::size_t> slot)
{
    RunMarks marks = marksOf(identity);
    marks.colour = slot;
    replace(identity, tr("Colour of %1").arg(nameOf(identity)), std::move(marks));
}

void Workspace::setArm(const QString& identity, const QString& arm)
{
    RunMarks marks = marksOf(identity);
    marks.arm = arm;
    const QString text = arm.isEmpty() ? tr("Take %1 out of its arm").arg(nameOf(identity))
                                       : tr("Arm %1: %2").arg(arm, nameOf(identity));
    replace(identity, text, std::move(marks));
}

void Workspace::addNote(const QString& identity, RunNote note)
{
    RunMarks marks = marksOf(identity);
    const QString text = tr("Note on %1, %2").arg(nameOf(identity), subjectOf(note));
    marks.notes.push_back(std::move(note));
    replace(identity, text, std::move(marks));
}

void Workspace::replaceNote(const QString& identity, std::size_t index, RunNote note)
{
    RunMarks marks = marksOf(identity);
    if (index < marks.notes.size()) {
        const QString text = tr("Change the note on %1, %2").arg(nameOf(identity), subjectOf(note));
        marks.notes[index] = std::move(note);
        replace(identity, text, std::move(marks));
    }
}

void Workspace::removeNote(const QString& identity, std::size_t index)
{
    RunMarks marks = marksOf(identity);
    if (index < marks.notes.size()) {
        const QString text =
            tr("Remove the note on %1, %2").arg(nameOf(identity), subjectOf(marks.notes[index]));
        marks.notes.erase(marks.notes.begin() + static_cast<std::ptrdiff_t>(index));
        replace(identity, text, std::move(marks));
    }
}

void Workspace::edit(const QString& text, std::function<void()> redo, std::function<void()> undo)
{
    m_history.push(new Edit(text, std::move(redo), std::move(undo)));
}

void Workspace::setNames(std::function<QString(const QString& identity)> names)
{
    m_names = std::move(names);
}

QString Workspace::nameOf(const QString& identity) const
{
    const QString name = m_names ? m_names(identity) : QString();
    return name.isEmpty() ? identity.section(QLatin1Char(':'), 0, 0) : name;
}

void Workspace::replace(const QString& identity, const QString& text, RunMarks marks)
{
    const RunMarks before = marksOf(identity);
    if (before == marks) {
        return;
    }
    edit(
        text, [this, identity, marks] { set(identity, marks); },
        [this, identity, before] { set(identity, before); });
}

void Workspace::set(const QString& identity, const RunMarks& marks)
{
    if (marks == RunMarks{}) {
        m_runs.erase(identity);
    } else {
        m_runs[identity] = marks;
    }
    Q_EMIT changed(identity);
}

} // namespace soak::ui
