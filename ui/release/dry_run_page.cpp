// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/dry_run_page.h"

#include "ui/release/banner.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/ink_label.h"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

QString commandLines(const std::vector<ReleaseCommand>& commands)
{
    QStringList lines;
    for (const ReleaseCommand& command : commands) {
        lines << QStringLiteral("# ") + coreText(command.purpose) << toQString(command.line)
              << QString();
    }
    return lines.join(QLatin1Char('\n')).trimmed();
}

} // namespace

DryRunPage::DryRunPage(const ViewContext& context, ReleaseDesk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_banner(new Banner(context.theme, this)),
      m_commands(new QPlainTextEdit(this)), m_again(new QPushButton(tr("Look again"), this)),
      m_copy(new QPushButton(tr("Copy the commands"), this))
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(12);
    m_commands->setFont(font);
    m_commands->setReadOnly(true);
    m_commands->setTabChangesFocus(true);
    m_commands->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_commands->setAccessibleName(tr("Commands of the release"));
    m_commands->setProperty("verbatim", true); // commands are what they are
    m_again->setToolTip(tr("Make the dry run again"));
    m_copy->setToolTip(tr("Copy every command as text"));
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_again, m_copy}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_banner);
    layout->addWidget(inkLabel(context.theme, Ink::Text,
                               tr("What will be done, command by command"), Theme::strongFont()));
    layout->addWidget(m_commands, 1);
    layout->addLayout(buttons);
    connect(m_again, &QPushButton::clicked, &m_desk, &ReleaseDesk::lookAhead);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_commands->toPlainText()); });
}

void DryRunPage::refresh()
{
    const ReleaseProgress& progress = m_desk.progress();
    const auto& result = m_desk.preflight();
    const QString text = result ? commandLines(result->commands) : QString();
    if (m_commands->toPlainText() != text) {
        m_commands->setPlainText(text);
    }
    m_again->setEnabled(m_desk.job() == 0 && !progress.isBuilt);
    m_copy->setEnabled(!text.isEmpty());
    if (!progress.dryRun) {
        m_banner->setTexts(Meaning::NoData, tr("The dry run is being made\u2026"));
        return;
    }
    QStringList problems;
    for (const std::string& problem : *progress.dryRun) {
        problems << coreText(problem);
    }
    if (progress.isBuilt) {
        m_banner->setTexts(Meaning::Pass, tr("The bundle is built"),
                           {toQString(pathText(m_desk.built()->archive))});
    } else if (problems.isEmpty()) {
        m_banner->setTexts(Meaning::Pass, tr("Nothing stands against it"),
                           {tr("Nothing has been written yet.")});
    } else {
        m_banner->setTexts(Meaning::Fail,
                           tr("%n problem(s)", nullptr, static_cast<int>(problems.size())),
                           problems);
    }
}

} // namespace soak::ui
