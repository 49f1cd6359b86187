// SPDX-License-Identifier: GPL-3.0-or-later
// The table of actions: menu, words, keys. Menus, command box and the list of keys are made of it.
#pragma once

#include "ui/theme/icons.h"
#include "ui/window/main_window.h"

#include <map>
#include <optional>
#include <span>

namespace soak::ui
{

enum class ActionMenu { File, Edit, Run, Analyze, View, Help };

struct MenuRow {
    ActionMenu menu;
    const char* title;
};

// Texts are English of the context "Actions".
struct ActionRow {
    Act act;
    ActionMenu menu;
    const char* text;
    const char* tip;
    const char* keys; // "Ctrl+O; F3"
    std::optional<Picture> picture = std::nullopt;
    const char* shortText = nullptr; // on the tool bar, where another
    bool beginsGroup = false;
    bool isCheckable = false;
};

std::span<const MenuRow> menuTable();
std::span<const ActionRow> actionTable(); // in the order of the menus

// Every action with its keys, one a line.
QString shortcutsText(const std::map<Act, QAction*>& actions);

} // namespace soak::ui
