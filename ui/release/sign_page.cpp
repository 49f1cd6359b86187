// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/sign_page.h"

#include "ui/release/banner.h"
#include "ui/release/cells_table.h"
#include "ui/release/path_field.h"
#include "ui/release/release_words.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/ink_label.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QVBoxLayout>

namespace soak::ui
{

SignPage::SignPage(const ViewContext& context, ReleaseDesk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_key(new PathField(PathField::Kind::File, tr("Key"), this)),
      m_fingerprint(inkLabel(context.theme, Ink::Muted)),
      m_holder(inkLabel(context.theme, Ink::Muted)),
      m_signers(new PathField(PathField::Kind::File, tr("Allowed signers"), this)),
      m_unsigned(new QCheckBox(tr("Leave it unsigned: nobody can tell who made it"), this)),
      m_banner(new Banner(context.theme, this)),
      m_checks(
          new CellsTable(context.theme, tr("Verification of the bundle"), checkTitles(), 2, this))
{
    m_unsigned->setToolTip(m_unsigned->text());
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(5);
    form->addRow(tr("Key"), m_key);
    auto* key = new QVBoxLayout;
    key->setSpacing(1);
    key->addWidget(m_fingerprint);
    key->addWidget(m_holder);
    form->addRow(QString(), key);
    form->addRow(tr("Allowed signers"), m_signers);
    form->addRow(QString(), m_unsigned);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(form);
    layout->addWidget(m_banner);
    layout->addWidget(m_checks, 1);
    connect(m_key, &PathField::changed, this, [this] {
        m_desk.edit([this](ReleasePlan& plan) { plan.signingKey = m_key->path(); });
    });
    connect(m_signers, &PathField::changed, this, [this] {
        m_desk.edit([this](ReleasePlan& plan) { plan.allowedSigners = m_signers->path(); });
    });
    connect(m_unsigned, &QCheckBox::toggled, this, [this](bool isOn) {
        m_desk.edit([isOn](ReleasePlan& plan) { plan.isUnsigned = isOn; });
    });
}

void SignPage::refresh()
{
    const ReleaseProgress& progress = m_desk.progress();
    m_key->setPath(progress.plan.signingKey);
    m_signers->setPath(progress.plan.allowedSigners);
    m_unsigned->setChecked(progress.plan.isUnsigned);
    m_key->setEnabled(!progress.plan.isUnsigned);
    showKey();
    if (progress.verification) {
        const VerificationWords words = wordsOf(*progress.verification);
        m_banner->setTexts(words.meaning, words.title, words.lines);
        m_checks->setRows(checkRows(*progress.verification));
    } else {
        m_banner->setTexts(Meaning::NoData, {});
        m_checks->setRows({});
    }
}

void SignPage::showKey()
{
    const auto& key = m_desk.key();
    const bool isWanted = !m_desk.progress().plan.isUnsigned;
    if (isWanted && key) {
        m_fingerprint->setText(toQString(key->type + " " + key->fingerprint));
        m_holder->setText((key->isInAgent
                               ? tr("%1; held by the agent")
                               : tr("%1; from its file, a passphrase is asked for by ssh-askpass"))
                              .arg(toQString(key->comment)));
        return;
    }
    m_fingerprint->setText(
        isWanted ? tr("An SSH key: its file, or the .pub file of one that an agent holds.")
                 : QString());
    m_holder->setText({});
}

} // namespace soak::ui
