// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/action_table.h"

#include <QAction>

#include <array>

namespace soak::ui
{
namespace
{

constexpr std::array kMenus{
    MenuRow{ActionMenu::File, QT_TRANSLATE_NOOP("Actions", "&File")},
    MenuRow{ActionMenu::Edit, QT_TRANSLATE_NOOP("Actions", "&Edit")},
    MenuRow{ActionMenu::Run, QT_TRANSLATE_NOOP("Actions", "&Run")},
    MenuRow{ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "&Analyze")},
    MenuRow{ActionMenu::View, QT_TRANSLATE_NOOP("Actions", "&View")},
    MenuRow{ActionMenu::Help, QT_TRANSLATE_NOOP("Actions", "&Help")},
};

// clang-format off
constexpr ActionRow kFile[]{
    {Act::Open, ActionMenu::File, QT_TRANSLATE_NOOP("Actions", "&Open\u2026"), QT_TRANSLATE_NOOP("Actions", "Open a run folder or one above it"), "Ctrl+O", Picture::Open},
    {Act::OpenWorkspace, ActionMenu::File, QT_TRANSLATE_NOOP("Actions", "Open &Workspace\u2026"), QT_TRANSLATE_NOOP("Actions", "Open the runs, names and notes of a workspace"), "Ctrl+Shift+O"},
    {Act::SaveWorkspace, ActionMenu::File, QT_TRANSLATE_NOOP("Actions", "&Save Workspace As\u2026"), QT_TRANSLATE_NOOP("Actions", "Save what is open, with names and notes"), "Ctrl+Shift+S"},
    {Act::VerifyBundle, ActionMenu::File, QT_TRANSLATE_NOOP("Actions", "&Verify a Bundle\u2026"), QT_TRANSLATE_NOOP("Actions", "Check a release bundle row by row: whole, signed, its figures derived again"), "Ctrl+Shift+V"},
    {Act::Export, ActionMenu::File, QT_TRANSLATE_NOOP("Actions", "&Export Page\u2026"), QT_TRANSLATE_NOOP("Actions", "Write what the view shows as a picture or a table"), "Ctrl+E", std::nullopt, nullptr, true},
    {Act::Print, ActionMenu::File, QT_TRANSLATE_NOOP("Actions", "&Print\u2026"), QT_TRANSLATE_NOOP("Actions", "Print what the view shows"), "Ctrl+P"},
    {Act::Reload, ActionMenu::File, QT_TRANSLATE_NOOP("Actions", "Re&load"), QT_TRANSLATE_NOOP("Actions", "Read the open runs again"), "F5", Picture::Reload, nullptr, true},
    {Act::CloseRun, ActionMenu::File, QT_TRANSLATE_NOOP("Actions", "&Close Run"), QT_TRANSLATE_NOOP("Actions", "Close the shown run"), "Ctrl+W"},
    {Act::PrivateRun, ActionMenu::File, QT_TRANSLATE_NOOP("Actions", "Keep &Private"), QT_TRANSLATE_NOOP("Actions", "Leave the shown run out of the recent files"), "Ctrl+Alt+H", std::nullopt, nullptr, false, true},
    {Act::Quit, ActionMenu::File, QT_TRANSLATE_NOOP("Actions", "&Quit"), QT_TRANSLATE_NOOP("Actions", "Close the window"), "Ctrl+Q", std::nullopt, nullptr, true},
};
constexpr ActionRow kEdit[]{
    {Act::Undo, ActionMenu::Edit, QT_TRANSLATE_NOOP("Actions", "&Undo"), QT_TRANSLATE_NOOP("Actions", "Take the last edit back"), "Ctrl+Z"},
    {Act::Redo, ActionMenu::Edit, QT_TRANSLATE_NOOP("Actions", "&Redo"), QT_TRANSLATE_NOOP("Actions", "Do the edit again"), "Ctrl+Shift+Z; Ctrl+Y"},
    {Act::CopySummary, ActionMenu::Edit, QT_TRANSLATE_NOOP("Actions", "Copy &Summary"), QT_TRANSLATE_NOOP("Actions", "Copy headline, verdict, run id and the picture"), "Ctrl+Shift+C", Picture::Copy, QT_TRANSLATE_NOOP("Actions", "Copy summary"), true},
    {Act::CopyCommand, ActionMenu::Edit, QT_TRANSLATE_NOOP("Actions", "Copy &Command"), QT_TRANSLATE_NOOP("Actions", "Copy the command line that gives the same answer"), "Ctrl+Alt+C"},
    {Act::CopyPage, ActionMenu::Edit, QT_TRANSLATE_NOOP("Actions", "Copy &Page"), QT_TRANSLATE_NOOP("Actions", "Copy what the view shows as picture and table"), "Ctrl+Alt+P"},
    {Act::WriteNote, ActionMenu::Edit, QT_TRANSLATE_NOOP("Actions", "Write a &Note\u2026"), QT_TRANSLATE_NOOP("Actions", "Write a note on the range from A to B, the iteration under the cursor, or the run"), "Ctrl+N", std::nullopt, nullptr, true},
    {Act::Find, ActionMenu::Edit, QT_TRANSLATE_NOOP("Actions", "&Find"), QT_TRANSLATE_NOOP("Actions", "Filter the list in focus: runs, events, problems, overrides"), "Ctrl+F", Picture::Search, nullptr, true},
};
constexpr ActionRow kRun[]{
    {Act::RunPanel, ActionMenu::Run, QT_TRANSLATE_NOOP("Actions", "&Run\u2026"), QT_TRANSLATE_NOOP("Actions", "Choose options and start a run"), "Ctrl+R", Picture::Run, QT_TRANSLATE_NOOP("Actions", "Run\u2026")},
    {Act::StopRun, ActionMenu::Run, QT_TRANSLATE_NOOP("Actions", "&Stop"), QT_TRANSLATE_NOOP("Actions", "End the shown run after the file it writes now"), "Ctrl+.", Picture::Stop},
    {Act::ResumeRun, ActionMenu::Run, QT_TRANSLATE_NOOP("Actions", "R&esume"), QT_TRANSLATE_NOOP("Actions", "Go on with the shown run where it ended"), "Ctrl+Shift+R"},
    {Act::Replay, ActionMenu::Run, QT_TRANSLATE_NOOP("Actions", "Re&play Without the Change"), QT_TRANSLATE_NOOP("Actions", "Make a simulated run again without the changes applied after the iteration under the cursor"), "Ctrl+Shift+X", std::nullopt, nullptr, true},
};
constexpr ActionRow kAnalyze[]{
    {Act::Overview, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "&Overview"), QT_TRANSLATE_NOOP("Actions", "The run in one look"), "Alt+1"},
    {Act::Iterations, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "&Iterations"), QT_TRANSLATE_NOOP("Actions", "The charts"), "Alt+2"},
    {Act::Overrides, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "O&verrides"), QT_TRANSLATE_NOOP("Actions", "What was changed, and when"), "Alt+3"},
    {Act::Guards, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "&Guards"), QT_TRANSLATE_NOOP("Actions", "Signals, states, freezes"), "Alt+4"},
    {Act::Reports, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "&Reports"), QT_TRANSLATE_NOOP("Actions", "Snapshot, audit, recommendations"), "Alt+5", Picture::Report, QT_TRANSLATE_NOOP("Actions", "Report")},
    {Act::Compare, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "&Compare"), QT_TRANSLATE_NOOP("Actions", "Runs held against a baseline: effects, distributions, relations"), "Alt+6"},
    {Act::History, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "&History"), QT_TRANSLATE_NOOP("Actions", "Every remembered run, and one KPI over them"), "Alt+7"},
    {Act::Release, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "Relea&se"), QT_TRANSLATE_NOOP("Actions", "From the evidence to a verified bundle and a tag"), "Alt+8"},
    {Act::TagRun, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "&Tag Remembered Runs\u2026"), QT_TRANSLATE_NOOP("Actions", "Give a tag to the runs that are chosen in the history"), "Ctrl+Alt+T", std::nullopt, nullptr, true},
    {Act::MarkRelease, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "&Mark a Release\u2026"), QT_TRANSLATE_NOOP("Actions", "Mark the runs that are chosen in the history as a release"), "Ctrl+Alt+R"},
    {Act::NoteRun, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "Note on Remembered R&uns\u2026"), QT_TRANSLATE_NOOP("Actions", "Write a note on the runs that are chosen in the history"), "Ctrl+Alt+N"},
    {Act::DecideRun, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "&Decide about a Remembered Run\u2026"), QT_TRANSLATE_NOOP("Actions", "Ship, hold or rerun: recorded in the history with the reason"), "Ctrl+Alt+D"},
    {Act::SaveProfile, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "Save Gate Pro&file\u2026"), QT_TRANSLATE_NOOP("Actions", "Save the modified gate profile for soak gate --profile"), "Ctrl+Alt+S", std::nullopt, nullptr, true},
    {Act::GoToIteration, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "Go to I&teration\u2026"), QT_TRANSLATE_NOOP("Actions", "Go to an iteration by its number"), "Ctrl+L", std::nullopt, nullptr, true},
    {Act::PreviousIteration, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "&Previous Iteration"), QT_TRANSLATE_NOOP("Actions", "Move the cursor back by one"), "Alt+Left"},
    {Act::NextIteration, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "&Next Iteration"), QT_TRANSLATE_NOOP("Actions", "Move the cursor on by one"), "Alt+Right"},
    {Act::Lock, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "&Lock the Cursor"), QT_TRANSLATE_NOOP("Actions", "The cursor stays where it is"), "Ctrl+Shift+L", std::nullopt, nullptr, false, true},
    {Act::LastGreen, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "Go to the Last &Green Run"), QT_TRANSLATE_NOOP("Actions", "The newest run before this one that met everything: same engine, scenario and profile"), "Ctrl+G"},
    {Act::Back, ActionMenu::Analyze, QT_TRANSLATE_NOOP("Actions", "&Back"), QT_TRANSLATE_NOOP("Actions", "Back to the range or view before"), "Backspace", std::nullopt, nullptr, true},
};
constexpr ActionRow kView[]{
    {Act::Runs, ActionMenu::View, QT_TRANSLATE_NOOP("Actions", "&Runs"), QT_TRANSLATE_NOOP("Actions", "Show the list of runs"), "Ctrl+Shift+U", std::nullopt, nullptr, false, true},
    {Act::Inspector, ActionMenu::View, QT_TRANSLATE_NOOP("Actions", "&Inspector"), QT_TRANSLATE_NOOP("Actions", "Show what is known of the iteration"), "I", Picture::Inspector, nullptr, false, true},
    {Act::RunTab, ActionMenu::View, QT_TRANSLATE_NOOP("Actions", "R&un Panel"), QT_TRANSLATE_NOOP("Actions", "Open or close the run panel"), "Ctrl+Alt+1"},
    {Act::Events, ActionMenu::View, QT_TRANSLATE_NOOP("Actions", "&Events"), QT_TRANSLATE_NOOP("Actions", "Open or close the events"), "Ctrl+Alt+2"},
    {Act::Jobs, ActionMenu::View, QT_TRANSLATE_NOOP("Actions", "&Jobs"), QT_TRANSLATE_NOOP("Actions", "Open or close the jobs"), "Ctrl+Alt+3"},
    {Act::Problems, ActionMenu::View, QT_TRANSLATE_NOOP("Actions", "&Problems"), QT_TRANSLATE_NOOP("Actions", "Open or close the problems"), "Ctrl+Alt+4"},
    {Act::FullScreen, ActionMenu::View, QT_TRANSLATE_NOOP("Actions", "&Full Screen"), QT_TRANSLATE_NOOP("Actions", "Use the whole screen"), "F11", std::nullopt, nullptr, true, true},
    {Act::NextPane, ActionMenu::View, QT_TRANSLATE_NOOP("Actions", "&Next Pane"), QT_TRANSLATE_NOOP("Actions", "Move the focus to the next pane"), "F6"},
    {Act::PreviousPane, ActionMenu::View, QT_TRANSLATE_NOOP("Actions", "P&revious Pane"), QT_TRANSLATE_NOOP("Actions", "Move the focus to the pane before"), "Shift+F6"},
    {Act::LayoutAnalyst, ActionMenu::View, QT_TRANSLATE_NOOP("Actions", "Layout &Analyst"), QT_TRANSLATE_NOOP("Actions", "Runs, charts and inspector"), "Ctrl+1", std::nullopt, nullptr, true},
    {Act::LayoutReading, ActionMenu::View, QT_TRANSLATE_NOOP("Actions", "Layout &Compare"), QT_TRANSLATE_NOOP("Actions", "The list of runs and the comparison"), "Ctrl+2"},
    {Act::LayoutReports, ActionMenu::View, QT_TRANSLATE_NOOP("Actions", "Layout Re&lease"), QT_TRANSLATE_NOOP("Actions", "The release alone"), "Ctrl+3"},
    {Act::LayoutReset, ActionMenu::View, QT_TRANSLATE_NOOP("Actions", "Re&set the Layout"), QT_TRANSLATE_NOOP("Actions", "Every part back to its place"), "Ctrl+Shift+0; Ctrl+)"},
    {Act::FloatInspector, ActionMenu::View, QT_TRANSLATE_NOOP("Actions", "Inspector in a &Window of Its Own"), QT_TRANSLATE_NOOP("Actions", "Take the inspector out of the window, or back"), "Ctrl+Shift+I"},
};
constexpr ActionRow kHelp[]{
    {Act::Command, ActionMenu::Help, QT_TRANSLATE_NOOP("Actions", "&Go to\u2026"), QT_TRANSLATE_NOOP("Actions", "Runs, iterations, parameters, actions"), "Ctrl+K"},
    {Act::Actions, ActionMenu::Help, QT_TRANSLATE_NOOP("Actions", "Find an &Action\u2026"), QT_TRANSLATE_NOOP("Actions", "Every action by its name"), "Ctrl+Shift+P"},
    {Act::Explain, ActionMenu::Help, QT_TRANSLATE_NOOP("Actions", "&Explain the Number"), QT_TRANSLATE_NOOP("Actions", "Where the number in focus comes from"), "F1"},
    {Act::Shortcuts, ActionMenu::Help, QT_TRANSLATE_NOOP("Actions", "&Keys"), QT_TRANSLATE_NOOP("Actions", "Every key of the window"), "Ctrl+?; Ctrl+/"},
    {Act::About, ActionMenu::Help, QT_TRANSLATE_NOOP("Actions", "&About"), QT_TRANSLATE_NOOP("Actions", "Version and licence"), "", std::nullopt, nullptr, true},
};

// clang-format on

std::vector<ActionRow> allRows()
{
    std::vector<ActionRow> rows;
    for (const std::span<const ActionRow> part :
         {std::span<const ActionRow>(kFile), std::span<const ActionRow>(kEdit),
          std::span<const ActionRow>(kRun), std::span<const ActionRow>(kAnalyze),
          std::span<const ActionRow>(kView), std::span<const ActionRow>(kHelp)}) {
        rows.insert(rows.end(), part.begin(), part.end());
    }
    return rows;
}

} // namespace

std::span<const MenuRow> menuTable()
{
    return kMenus;
}

std::span<const ActionRow> actionTable()
{
    static const std::vector<ActionRow> rows = allRows();
    return rows;
}

QString shortcutsText(const std::map<Act, QAction*>& actions)
{
    QStringList lines;
    for (const ActionRow& row : actionTable()) {
        const QAction* action = actions.at(row.act);
        if (!action->shortcut().isEmpty()) {
            lines << QStringLiteral("%1\t%2").arg(
                action->shortcut().toString(QKeySequence::NativeText),
                action->text().remove(QLatin1Char('&')));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace soak::ui
