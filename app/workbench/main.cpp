// SPDX-License-Identifier: GPL-3.0-or-later
// soak-workbench: arguments and settings become values, the window does the rest.
#include "core/base/exit_code.h"
#include "core/base/heap.h"
#include "core/base/version.h"
#include "ui/window/program.h"

#include <QApplication>
#include <QHashFunctions>
#include <QStyleFactory>

#include <cstdio>

using namespace soak;
using namespace soak::ui;

int main(int argc, char** argv)
{
    prepareHeap();
    QHashSeed::setDeterministicGlobalSeed(); // a PDF lists its fonts by hash: the same in all runs
    QStringList words;
    for (int i = 1; i < argc; ++i) {
        words << QString::fromLocal8Bit(argv[i]);
    }
    const Result<StartOptions> start = parseStart(words);
    if (!start) {
        return refuse(start.error());
    }
    if (start->wantsHelp || start->wantsVersion) {
        const QString text =
            start->wantsHelp
                ? startHelp()
                : QStringLiteral("soak-workbench %1\n").arg(QLatin1String(kToolVersion));
        return std::fputs(text.toUtf8().constData(), stdout) < 0 ? 5 : 0;
    }
    if (start->render) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("TZ", "UTC"); // of the times in a PDF: the same bytes everywhere
        qputenv("QT_SCALE_FACTOR", QByteArray::number(start->render->scale));
    }
    int count = 1; // our own words are no options of Qt
    const QApplication application(count, argv);
    QApplication::setApplicationName(QStringLiteral("soak-workbench"));
    QApplication::setDesktopFileName(QStringLiteral("io.github.soak_workbench.soak_workbench"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    return runProgram(application, *start);
}
