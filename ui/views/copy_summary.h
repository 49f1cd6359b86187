// SPDX-License-Identifier: GPL-3.0-or-later
// Telling the team: the verdict of a run for the clipboard.
#pragma once

#include "ui/session/session.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QString>

#include <memory>

class QMimeData;

namespace soak::ui
{

// Verdict, run, headline, a line per gate; in the person's language.
QString summaryText(const OpenRun& run);
QString summaryHtml(const OpenRun& run);
// Verdict, headline and tiles as they stand in the window, in its theme. GUI thread.
QImage summaryPicture(const OpenRun& run, const Theme& theme);

// The three as flavours of one clipboard entry.
std::unique_ptr<QMimeData> summaryMime(const OpenRun& run, const Theme& theme);

} // namespace soak::ui
