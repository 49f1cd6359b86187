// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/preferences.h"

#include <QSettings>
#include <QStandardPaths>

#include <array>
#include <utility>

namespace soak::ui
{
namespace
{

constexpr std::array<std::pair<ThemeChoice, const char*>, 3> kThemes{{
    {ThemeChoice::System, "system"},
    {ThemeChoice::Light, "light"},
    {ThemeChoice::Dark, "dark"},
}};

const QString kTheme = QStringLiteral("look/theme");
const QString kLanguage = QStringLiteral("look/language");
const QString kVersion = QStringLiteral("layout/version");
const QString kGeometry = QStringLiteral("layout/geometry");
const QString kLayout = QStringLiteral("layout/docks");
const QString kView = QStringLiteral("layout/view");
const QString kRecent = QStringLiteral("open/recent");
const QString kLastVisit = QStringLiteral("open/last_visit_ms");
const QString kRunBase = QStringLiteral("run/base");
const QString kAuthor = QStringLiteral("notes/author");
const QString kPrivate = QStringLiteral("open/private");

} // namespace

void addRecent(Preferences& preferences, const QString& path)
{
    preferences.recent.removeAll(path);
    if (preferences.privateRuns.contains(path)) {
        return;
    }
    preferences.recent.prepend(path);
    while (preferences.recent.size() > kMostRecent) {
        preferences.recent.removeLast();
    }
}

void setPrivate(Preferences& preferences, const QString& path, bool isPrivate)
{
    preferences.privateRuns.removeAll(path);
    if (isPrivate) {
        preferences.privateRuns << path;
        preferences.recent.removeAll(path);
    }
}

QString authorOf(const Preferences& preferences)
{
    return preferences.author.isEmpty() ? qEnvironmentVariable("USER") : preferences.author;
}

Preferences loadPreferences(const QString& file)
{
    const QSettings settings(file, QSettings::IniFormat);
    Preferences preferences;
    for (const auto& [choice, name] : kThemes) {
        if (settings.value(kTheme).toString() == QLatin1String(name)) {
            preferences.theme = choice;
        }
    }
    preferences.language = settings.value(kLanguage).toString();
    preferences.recent = settings.value(kRecent).toStringList();
    preferences.recent.removeAll(QString());
    while (preferences.recent.size() > kMostRecent) {
        preferences.recent.removeLast();
    }
    if (settings.value(kVersion).toInt() == kLayoutVersion) {
        preferences.geometry = settings.value(kGeometry).toByteArray();
        preferences.layout = settings.value(kLayout).toByteArray();
    }
    preferences.view = settings.value(kView).toString();
    bool isNumber = false;
    const qint64 visit = settings.value(kLastVisit).toLongLong(&isNumber);
    if (isNumber && visit > 0) {
        preferences.lastVisitMs = visit;
    }
    preferences.runBase = settings.value(kRunBase).toString();
    preferences.author = settings.value(kAuthor).toString();
    preferences.privateRuns = settings.value(kPrivate).toStringList();
    preferences.privateRuns.removeAll(QString());
    return preferences;
}

void savePreferences(const Preferences& preferences, const QString& file)
{
    QSettings settings(file, QSettings::IniFormat);
    for (const auto& [choice, name] : kThemes) {
        if (choice == preferences.theme) {
            settings.setValue(kTheme, QLatin1String(name));
        }
    }
    settings.setValue(kLanguage, preferences.language);
    settings.setValue(kRecent, preferences.recent);
    settings.setValue(kVersion, kLayoutVersion);
    settings.setValue(kGeometry, preferences.geometry);
    settings.setValue(kLayout, preferences.layout);
    settings.setValue(kView, preferences.view);
    settings.setValue(kRunBase, preferences.runBase);
    settings.setValue(kAuthor, preferences.author);
    settings.setValue(kPrivate, preferences.privateRuns);
    if (preferences.lastVisitMs) {
        settings.setValue(kLastVisit, *preferences.lastVisitMs);
    }
}

QString preferencesFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/soak-workbench/workbench.ini");
}

} // namespace soak::ui
