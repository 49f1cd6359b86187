// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers of its person from one day to the next.
#pragma once

#include "ui/theme/theme.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace soak::ui
{

inline constexpr int kLayoutVersion = 1; // another one falls back to the preset Analyst
inline constexpr qsizetype kMostRecent = 12;

struct Preferences {
    ThemeChoice theme = ThemeChoice::System;
    QString language;   // "en", "ru"; "" = of the system
    QStringList recent; // newest first, at most kMostRecent
    QByteArray geometry;
    QByteArray layout;                 // QMainWindow::saveState of kLayoutVersion
    QString view;                      // that was looked at last, "iterations"; "" = none yet
    std::optional<qint64> lastVisitMs; // when the window was last closed, ms since 1970 UTC
    QString runBase;                   // where the Run panel puts runs; "" = the default
    QString author;                    // by whom notes are; "" = as the system calls its user
    QStringList privateRuns;           // paths that are never remembered as recent
    bool operator==(const Preferences&) const = default;
};

// `path` goes to the front; an equal one further down is gone. A private one is left out.
void addRecent(Preferences& preferences, const QString& path);
// From now on `path` is not among the recent ones, or may be again.
void setPrivate(Preferences& preferences, const QString& path, bool isPrivate);
// The one that wrote notes before, else as the system calls its user; "" when it does not say.
QString authorOf(const Preferences& preferences);

// A file in the INI form. What is malformed or of another layout version is as if absent.
Preferences loadPreferences(const QString& file);
void savePreferences(const Preferences& preferences, const QString& file);
QString preferencesFile(); // $XDG_CONFIG_HOME/soak-workbench/workbench.ini

} // namespace soak::ui
