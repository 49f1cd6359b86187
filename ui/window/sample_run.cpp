// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/sample_run.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace soak::ui
{

QString sampleRunPath()
{
    const QFileInfo folder(QCoreApplication::applicationDirPath() +
                           QStringLiteral("/../share/soak-workbench/sample_run"));
    return folder.isDir() ? folder.canonicalFilePath() : QString();
}

} // namespace soak::ui
