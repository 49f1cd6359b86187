// SPDX-License-Identifier: GPL-3.0-or-later
// A path that is typed or chosen.
#pragma once

#include "core/base/file.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QPushButton;

namespace soak::ui
{

class PathField final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { File, Folder };

    // `name`: what it is the path of, for assistive tools and the dialog.
    PathField(Kind kind, const QString& name, QWidget* parent = nullptr);

    // Does not disturb somebody who types.
    void setPath(const std::optional<fs::path>& path);
    [[nodiscard]] std::optional<fs::path> path() const; // nullopt when empty

Q_SIGNALS:
    void changed(); // by the person

private:
    void choose();

    Kind m_kind;
    QString m_name;
    QLineEdit* m_line = nullptr;
    QPushButton* m_choose = nullptr;
};

} // namespace soak::ui
