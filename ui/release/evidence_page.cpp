// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/evidence_page.h"

#include "ui/release/banner.h"
#include "ui/release/cells_table.h"
#include "ui/release/path_field.h"
#include "ui/release/release_words.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/ink_label.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

constexpr int kMostLines = 4; // of a banner; the table has them all

} // namespace

EvidencePage::EvidencePage(const ViewContext& context, ReleaseDesk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_banner(new Banner(context.theme, this)),
      m_table(new CellsTable(context.theme, tr("Evidence"),
                             {tr("Check"), tr("Value"), tr("Target"), tr("State"), tr("See")}, 0,
                             this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_banner);
    layout->addWidget(m_table, 1);
    layout->addWidget(buildDecision(context.theme));
    connect(m_table, &CellsTable::rowActivated, this, [this](int row) {
        const auto& evidence = m_desk.progress().evidence;
        const auto at = static_cast<std::size_t>(row);
        if (evidence && at < evidence->size() && evidence->at(at).link) {
            Q_EMIT linkActivated(*evidence->at(at).link);
        }
    });
}

QWidget* EvidencePage::buildDecision(const Theme& theme)
{
    auto* part = new QWidget(this);
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(5);
    m_repository = new PathField(PathField::Kind::Folder, tr("Git repository"), part);
    m_by = new QLineEdit(part);
    m_why = new QLineEdit(part);
    m_record = new QPushButton(part);
    m_record->setAutoDefault(false);
    m_recorded = inkLabel(theme, Ink::Muted);
    m_by->setAccessibleName(tr("Decided by"));
    m_by->setToolTip(m_by->accessibleName());
    m_why->setAccessibleName(tr("Why"));
    m_why->setToolTip(tr("The reason goes into the attestation"));
    auto* choices = new QHBoxLayout;
    choices->setSpacing(12);
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        m_choices.at(i) = new QRadioButton(part);
        choices->addWidget(m_choices.at(i));
        connect(m_choices.at(i), &QRadioButton::toggled, this, &EvidencePage::wish);
    }
    m_choices[0]->setText(tr("Ship"));
    m_choices[1]->setText(tr("Hold"));
    m_choices[2]->setText(tr("Run again"));
    choices->addStretch(1);
    choices->addWidget(new QLabel(tr("By"), part));
    choices->addWidget(m_by, 2);
    grid->addWidget(new QLabel(tr("Repository"), part), 0, 0);
    grid->addWidget(m_repository, 0, 1, 1, 2);
    grid->addWidget(new QLabel(tr("Decision"), part), 1, 0);
    grid->addLayout(choices, 1, 1, 1, 2);
    grid->addWidget(new QLabel(tr("Why"), part), 2, 0);
    grid->addWidget(m_why, 2, 1);
    grid->addWidget(m_record, 2, 2);
    grid->addWidget(m_recorded, 3, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    setTabOrder(m_repository, m_choices[0]);
    for (std::size_t i = 1; i < m_choices.size(); ++i) {
        setTabOrder(m_choices.at(i - 1), m_choices.at(i));
    }
    setTabOrder(m_choices.back(), m_by);
    setTabOrder(m_by, m_why);
    setTabOrder(m_why, m_record);
    connect(m_repository, &PathField::changed, this, [this] {
        m_desk.edit([this](ReleasePlan& plan) { plan.repository = m_repository->path(); });
    });
    connect(m_by, &QLineEdit::textEdited, this, &EvidencePage::wish);
    connect(m_why, &QLineEdit::textEdited, this, &EvidencePage::wish);
    connect(m_record, &QPushButton::clicked, &m_desk, &ReleaseDesk::decide);
    return part;
}

void EvidencePage::wish()
{
    DecisionWish wish = m_desk.wish();
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        if (m_choices.at(i)->isChecked()) {
            wish.choice = static_cast<ReleaseChoice>(i);
        }
    }
    wish.by = m_by->text().toStdString();
    wish.why = m_why->text().toStdString();
    m_desk.setWish(wish);
}

void EvidencePage::refresh()
{
    showBanner();
    const auto& evidence = m_desk.progress().evidence;
    m_table->setRows(evidence ? evidenceRows(*evidence) : CellRows());
    m_repository->setPath(m_desk.progress().plan.repository);
    showDecision();
}

void EvidencePage::showBanner()
{
    const auto& evidence = m_desk.progress().evidence;
    QStringList lines;
    int blockers = 0;
    if (evidence) {
        for (const EvidenceRow& row : *evidence) {
            if (row.state == EvidenceState::Blocker && ++blockers <= kMostLines) {
                lines << coreText(row.title) + QStringLiteral(": ") + coreText(row.reason);
            }
        }
    }
    if (blockers > kMostLines) {
        lines << tr("and %n more below", nullptr, blockers - kMostLines);
    }
    if (m_desk.isRunChanged()) {
        m_banner->setTexts(Meaning::Warn,
                           tr("The run changed on disk since this release was begun"),
                           {tr("Look at the evidence again; nothing that was built is used.")});
    } else if (blockers > 0) {
        lines << tr("You may build it as PARTIAL; it will say so in every file, and cannot be "
                    "tagged.");
        m_banner->setTexts(Meaning::Fail, tr("Blocked by %1").arg(blockers), lines);
    } else {
        m_banner->setTexts(Meaning::Fail, {});
    }
}

void EvidencePage::showDecision()
{
    const DecisionWish& wish = m_desk.wish();
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        const QSignalBlocker quiet(m_choices.at(i));
        m_choices.at(i)->setChecked(static_cast<std::size_t>(wish.choice) == i);
    }
    const auto fill = [](QLineEdit& line, const std::string& text) {
        if (line.text() != toQString(text)) {
            line.setText(toQString(text));
        }
    };
    fill(*m_by, wish.by);
    fill(*m_why, wish.why);
    const bool isWhole = !m_by->text().trimmed().isEmpty() && !m_why->text().trimmed().isEmpty();
    m_record->setText(tr("Record: %1").arg(choiceWord(wish.choice)));
    const bool isOfBundle = m_desk.isOfBundle();
    m_record->setEnabled(isWhole && !isOfBundle && m_desk.job() == 0 && m_desk.progress().evidence);
    m_record->setToolTip(isOfBundle ? tr("The run lies in a bundle, which stays as it is")
                         : isWhole  ? tr("Record the decision beside the run")
                                    : tr("Say who decides, and why"));
    const auto& decision = m_desk.decision();
    if (!decision) {
        m_recorded->setText(tr("Nobody has decided yet. Say who decides, and why."));
    } else if (!decision->isOfThisState) {
        m_recorded->setText(tr("The run has changed since it was decided: decide again."));
    } else {
        m_recorded->setText(tr("Recorded: %1, by %2 at %3: %4")
                                .arg(choiceWord(decision->decision.choice),
                                     toQString(decision->decision.by),
                                     toQString(utcText(decision->decision.atMs)),
                                     toQString(decision->decision.why)));
    }
}

} // namespace soak::ui
