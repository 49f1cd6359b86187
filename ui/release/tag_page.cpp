// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/tag_page.h"

#include "core/release/git_tool.h"
#include "ui/release/banner.h"
#include "ui/release/path_field.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/ink_label.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace soak::ui
{

TagPage::TagPage(const ViewContext& context, ReleaseDesk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk),
      m_repository(new PathField(PathField::Kind::Folder, tr("Git repository"), this)),
      m_banner(new Banner(context.theme, this)),
      m_heading(inkLabel(context.theme, Ink::Text, {}, Theme::strongFont())),
      m_message(new QPlainTextEdit(this))
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(12);
    m_message->setFont(font);
    m_message->setReadOnly(true);
    m_message->setTabChangesFocus(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_message->setAccessibleName(tr("Message of the tag"));
    m_message->setProperty("verbatim", true); // git has it in English
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Repository"), m_repository);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(form);
    layout->addWidget(m_banner);
    layout->addWidget(m_heading);
    layout->addWidget(m_message, 1);
    connect(m_repository, &PathField::changed, this, [this] {
        m_desk.edit([this](ReleasePlan& plan) { plan.repository = m_repository->path(); });
    });
}

void TagPage::refresh()
{
    const ReleaseProgress& progress = m_desk.progress();
    const QString name = toQString(progress.plan.version);
    m_repository->setPath(progress.plan.repository);
    m_heading->setText(tr("Message of the tag %1").arg(name));
    const QString message = progress.tag ? toQString(progress.tag->message) : QString();
    if (m_message->toPlainText() != message) {
        m_message->setPlainText(message);
    }
    if (progress.plan.isPartial) {
        m_banner->setTexts(Meaning::Partial, tr("A PARTIAL bundle cannot be tagged"),
                           {tr("The release ends here.")});
        return;
    }
    if (!progress.tag) {
        m_banner->setTexts(Meaning::NoData, tr("The dry run says what would be tagged"),
                           {tr("It makes nothing.")});
        return;
    }
    const QString head = toQString(progress.tag->head.substr(0, kShortCommit));
    QStringList problems;
    for (const TagProblem& problem : progress.tag->problems) {
        problems << coreText(problem.text);
    }
    if (progress.tag->isMade) {
        m_banner->setTexts(Meaning::Pass, tr("%1 is tagged as %2").arg(head, name),
                           {tr("Nothing was pushed. To publish it: %1")
                                .arg(QStringLiteral("git push origin ") + name)});
    } else if (problems.isEmpty()) {
        m_banner->setTexts(Meaning::Pass, tr("%1 would be tagged as %2").arg(head, name),
                           {tr("Nothing stands against it; nothing has been made.")});
    } else {
        m_banner->setTexts(Meaning::Fail,
                           tr("%n problem(s)", nullptr, static_cast<int>(problems.size())),
                           problems);
    }
}

} // namespace soak::ui
