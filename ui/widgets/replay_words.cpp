// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/replay_words.h"

#include "core/io/replay_record.h"
#include "ui/theme/core_text.h"

#include <QCoreApplication>

namespace soak::ui
{

QString replayedWord()
{
    return QCoreApplication::translate("soak::ui::Replayed", "replayed");
}

QString replayedDetail(const SoakRun& run)
{
    const std::string note = run.info ? replayNote(*run.info) : std::string();
    return note.empty() ? QString() : coreText(note);
}

} // namespace soak::ui
