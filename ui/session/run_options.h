// SPDX-License-Identifier: GPL-3.0-or-later
// The options of `soak run`, as the program itself tells them (`soak config schema --json`).
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace soak::ui
{

enum class RunOptionKind { Flag, Integer, Number, Text, Path, Choice, KeyValue };

struct RunOption {
    QString name; // without dashes
    RunOptionKind kind = RunOptionKind::Flag;
    QString valueName;
    QString help; // English, one line
    QStringList choices;
    QString defaultText;
    bool isRepeatable = false;
    std::optional<qint64> minimum = std::nullopt;
    std::optional<qint64> maximum = std::nullopt;
    QString engine = {}; // it goes with this engine only; "" = with every one
    bool operator==(const RunOption&) const = default;
};

// The options of the command `run`. Errors: BadInput.
Result<std::vector<RunOption>> parseRunOptions(const QByteArray& schemaJson);

// Words for the command line: a flag that is "true" as itself, others with their value; empty
// values are left out.
struct RunSetting {
    QString name;
    QString value;
    bool operator==(const RunSetting&) const = default;
};

QStringList argumentsOf(const std::vector<RunOption>& options,
                        const std::vector<RunSetting>& settings);

} // namespace soak::ui
