// SPDX-License-Identifier: GPL-3.0-or-later
// The gate profile of a what-if: saved, and named in commands.
#include "core/report/command_text.h"
#include "ui/theme/numbers.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <QFileDialog>

namespace soak::ui
{

void MainWindow::askSaveProfile()
{
    const OpenRun* open = m_context.primary();
    if (open == nullptr || !isWhatIf(*open)) {
        return;
    }
    auto* dialog = new QFileDialog(this, tr("Save the gate profile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Gate profiles (*.json)"));
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(toQString(open->judgement->profile.name) + QStringLiteral(".json"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, identity = open->identity](const QString& file) {
                m_session.saveProfile(identity, fs::path(file.toStdString()));
            });
    dialog->open();
}

// A what-if has a name that no command knows: the file it was saved in stands for it.
bool MainWindow::mayNameProfile(CommandAnswer answer, const OpenRun& open)
{
    if (!isWhatIf(open) || !namesProfile(answer, *open.judgement) ||
        !m_session.savedProfileOf(open).empty()) {
        return true;
    }
    m_notice->offer(QStringLiteral("profile"),
                    tr("The gate profile is modified: save it, so that a command can name it."),
                    tr("Save it"), [this] { askSaveProfile(); });
    return false;
}

} // namespace soak::ui
