// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/warnings.h"

#include <QMutex>
#include <QMutexLocker>

#include <array>
#include <cstdio>

namespace soak::ui
{
namespace
{

QMutex& mutex()
{
    static QMutex one;
    return one;
}

QStringList& collected()
{
    static QStringList list;
    return list;
}

void collect(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
    if (type == QtDebugMsg || type == QtInfoMsg || isOfThePlatform(text)) {
        return;
    }
    const QMutexLocker lock(&mutex());
    collected().append(context.category != nullptr
                           ? QStringLiteral("%1: %2").arg(QString::fromUtf8(context.category), text)
                           : text);
}

} // namespace

void installWarningTrap()
{
    qInstallMessageHandler(collect);
}

QStringList takeWarnings()
{
    const QMutexLocker lock(&mutex());
    return std::exchange(collected(), {});
}

bool isOfThePlatform(const QString& line)
{
    static const std::array<QString, 4> kLines{
        QStringLiteral("This plugin does not support propagateSizeHints()"),
        QStringLiteral("This plugin does not support raise()"),
        QStringLiteral("This plugin does not support grabbing the keyboard"),
        QStringLiteral("This plugin does not support setParent!"),
    };
    return std::find(kLines.begin(), kLines.end(), line) != kLines.end();
}

} // namespace soak::ui
