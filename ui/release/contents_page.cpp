// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/contents_page.h"

#include "ui/release/cells_table.h"
#include "ui/release/path_field.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/ink_label.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

constexpr std::size_t kMostRows = 500; // a run of 100 000 iterations has as many files

} // namespace

ContentsPage::ContentsPage(const ViewContext& context, ReleaseDesk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_version(new QLineEdit(this)),
      m_out(new PathField(PathField::Kind::Folder, tr("Folder for the bundle"), this)),
      m_replace(new QCheckBox(tr("Replace a bundle of this run that is there"), this)),
      m_table(new CellsTable(context.theme, tr("Contents of the bundle"),
                             {tr("File"), tr("What it is"), tr("Bytes")}, 1, this)),
      m_count(inkLabel(context.theme, Ink::Muted))
{
    m_version->setAccessibleName(tr("Version"));
    m_version->setPlaceholderText(QStringLiteral("v1.0.0"));
    m_version->setToolTip(tr("Of what is released: for the documents, and the name of the tag"));
    m_replace->setToolTip(m_replace->text());
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(5);
    form->addRow(tr("Version"), m_version);
    form->addRow(tr("Folder"), m_out);
    form->addRow(QString(), m_replace);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(form);
    layout->addWidget(m_count);
    layout->addWidget(m_table, 1);
    connect(m_version, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_desk.edit([&](ReleasePlan& plan) { plan.version = text.trimmed().toStdString(); });
    });
    connect(m_out, &PathField::changed, this, [this] {
        m_desk.edit([this](ReleasePlan& plan) { plan.out = m_out->path().value_or(fs::path()); });
    });
    connect(m_replace, &QCheckBox::toggled, this, [this](bool isOn) {
        m_desk.edit([isOn](ReleasePlan& plan) { plan.replaces = isOn; });
    });
}

void ContentsPage::refresh()
{
    const ReleasePlan& plan = m_desk.progress().plan;
    if (m_version->text().trimmed() != toQString(plan.version)) {
        m_version->setText(toQString(plan.version));
    }
    m_out->setPath(plan.out.empty() ? std::nullopt : std::optional(plan.out));
    m_replace->setChecked(plan.replaces);
    const BundleFiles& files = m_desk.files();
    const bool isBuilt = m_desk.built().has_value();
    CellRows rows;
    std::uint64_t iterations = 0;
    for (const BundleFile& file : files) {
        const bool isIteration = file.path.find("ITER_SUMMARY_") != std::string::npos;
        iterations += isIteration ? 1 : 0;
        if (rows.size() < kMostRows && !isIteration) {
            rows.push_back({{toQString(file.path)},
                            {coreText(describeFile(file.path)), {}, std::nullopt, false, true},
                            {isBuilt ? QString::number(file.size) : QStringLiteral("\u2014"),
                             {},
                             std::nullopt,
                             false,
                             true}});
        }
    }
    if (iterations > 0) {
        rows.push_back({{QStringLiteral("run/ITER_SUMMARY_*.json")},
                        {tr("%n iteration(s), a file each", nullptr, static_cast<int>(iterations)),
                         {},
                         std::nullopt,
                         false,
                         true},
                        {QStringLiteral("\u2014"), {}, std::nullopt, false, true}});
    }
    m_count->setText(files.empty() ? tr("The contents are being listed\u2026")
                                   : tr("%n file(s) go into the bundle", nullptr,
                                        static_cast<int>(files.size())));
    m_table->setRows(std::move(rows));
}

} // namespace soak::ui
