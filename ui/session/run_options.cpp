// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_options.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace soak::ui
{
namespace
{

constexpr std::array<std::pair<const char*, RunOptionKind>, 7> kKinds{{
    {"flag", RunOptionKind::Flag},
    {"integer", RunOptionKind::Integer},
    {"number", RunOptionKind::Number},
    {"text", RunOptionKind::Text},
    {"path", RunOptionKind::Path},
    {"choice", RunOptionKind::Choice},
    {"key_value", RunOptionKind::KeyValue},
}};

std::optional<RunOptionKind> kindFrom(const QString& key)
{
    const auto found = std::ranges::find_if(
        kKinds, [&](const auto& row) { return key == QLatin1String(row.first); });
    return found == kKinds.end() ? std::nullopt : std::optional(found->second);
}

std::optional<qint64> limitIn(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toVariant().toLongLong()) : std::nullopt;
}

} // namespace

Result<std::vector<RunOption>> parseRunOptions(const QByteArray& schemaJson)
{
    QJsonParseError refusal;
    const QJsonObject json = QJsonDocument::fromJson(schemaJson, &refusal).object();
    if (refusal.error != QJsonParseError::NoError) {
        return Error{Errc::BadInput, refusal.errorString().toStdString(), "soak config schema"};
    }
    const QJsonArray rows = json.value(QStringLiteral("commands"))
                                .toObject()
                                .value(QStringLiteral("run"))
                                .toObject()
                                .value(QStringLiteral("options"))
                                .toArray();
    std::vector<RunOption> options;
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        const auto kind = kindFrom(row.value(QStringLiteral("kind")).toString());
        RunOption option;
        option.name = row.value(QStringLiteral("name")).toString();
        if (!kind || option.name.isEmpty()) {
            continue; // of a newer program: it cannot be shown, and has a default
        }
        option.kind = *kind;
        option.valueName = row.value(QStringLiteral("value_name")).toString();
        option.help = row.value(QStringLiteral("help")).toString();
        option.choices = row.value(QStringLiteral("choices")).toVariant().toStringList();
        option.defaultText = row.value(QStringLiteral("default")).toString();
        option.engine = row.value(QStringLiteral("engine")).toString();
        option.isRepeatable = row.value(QStringLiteral("repeatable")).toBool();
        option.minimum = limitIn(row.value(QStringLiteral("minimum")));
        option.maximum = limitIn(row.value(QStringLiteral("maximum")));
        options.push_back(std::move(option));
    }
    if (options.empty()) {
        return Error{Errc::BadInput, "names no option of `soak run`", "soak config schema"};
    }
    return options;
}

QStringList argumentsOf(const std::vector<RunOption>& options,
                        const std::vector<RunSetting>& settings)
{
    QStringList words;
    for (const RunSetting& setting : settings) {
        const auto option = std::ranges::find(options, setting.name, &RunOption::name);
        if (option == options.end() || setting.value.isEmpty()) {
            continue;
        }
        const QString word = QStringLiteral("--") + setting.name;
        if (option->kind == RunOptionKind::Flag) {
            if (setting.value == QStringLiteral("true")) {
                words << word;
            }
        } else if (option->isRepeatable) {
            for (const QString& part : setting.value.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
                words << word << part;
            }
        } else {
            words << word << setting.value;
        }
    }
    return words;
}

} // namespace soak::ui
