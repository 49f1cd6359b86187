// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/export_dialog.h"

#include "ui/charts/stack_picture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSpinBox>

namespace soak::ui
{
namespace
{

constexpr int kLeastSide = 100;
constexpr int kMostSide = 8000;
constexpr double kLeastScale = 0.5;
constexpr double kMostScale = 8;

QSpinBox* sideBox(int value, const QString& name)
{
    auto* box = new QSpinBox;
    box->setRange(kLeastSide, kMostSide);
    box->setValue(value);
    box->setSuffix(QStringLiteral(" px"));
    box->setAccessibleName(name);
    box->setToolTip(name);
    return box;
}

QComboBox* comboBox(const QStringList& items, int current, const QString& name)
{
    auto* box = new QComboBox;
    box->addItems(items);
    box->setCurrentIndex(current);
    box->setAccessibleName(name);
    box->setToolTip(name);
    return box;
}

} // namespace

ExportDialog::ExportDialog(const ExportSubject& subject, const ExportChoice& last, Tone shown,
                           QWidget* parent)
    : QDialog(parent), m_shown(shown), m_sizing(subject.sizing), m_hasIterations(!subject.ownTable)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export %1").arg(subject.title));
    build(subject, last);
    enable();
}

void ExportDialog::build(const ExportSubject& subject, const ExportChoice& last)
{
    m_format =
        comboBox({tr("PNG, pixels"), tr("SVG, vectors"), tr("PDF, vectors"), tr("CSV, numbers")},
                 static_cast<int>(last.format), tr("Format"));
    const QSize size =
        last.size.isEmpty() || m_sizing == PageSizing::AsShown ? subject.size : last.size;
    m_width = sideBox(size.width(), tr("Width of the picture"));
    m_height = sideBox(size.height(), tr("Height of the picture"));
    m_scale = new QDoubleSpinBox;
    m_scale->setRange(kLeastScale, kMostScale);
    m_scale->setSingleStep(0.5);
    m_scale->setDecimals(1);
    m_scale->setPrefix(QStringLiteral("\u00d7 "));
    m_scale->setValue(last.scale);
    m_scale->setAccessibleName(tr("Pixels per pixel; 2 is 192 dpi"));
    m_scale->setToolTip(m_scale->accessibleName());
    m_colours = comboBox({tr("Light"), tr("As shown")}, last.tone == Tone::Light ? 0 : 1,
                         tr("Colours of the picture"));
    m_rows = comboBox({tr("As shown"), tr("All")}, static_cast<int>(last.rows),
                      tr("Iterations of the table"));
    m_foot = new QCheckBox(tr("&Line with title, runs and version under it"));
    m_foot->setToolTip(tr("A picture says then what it is of"));
    m_foot->setChecked(last.foot == ExportFoot::Shown);
    auto* form = new QFormLayout(this);
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Width"), m_width);
    form->addRow(tr("&Height"), m_height);
    form->addRow(tr("&Scale"), m_scale);
    form->addRow(tr("&Colours"), m_colours);
    form->addRow(tr("&Iterations"), m_rows);
    form->addRow(m_foot);
    auto* buttons = new QDialogButtonBox;
    auto* save = buttons->addButton(tr("&Export\u2026"), QDialogButtonBox::AcceptRole);
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    save->setDefault(true);
    save->setToolTip(tr("Choose the file"));
    cancel->setToolTip(tr("Export nothing (Escape)"));
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::enable);
}

void ExportDialog::enable()
{
    const auto format = static_cast<ExportFormat>(m_format->currentIndex());
    const bool isTable = format == ExportFormat::Csv;
    const bool isFree = m_sizing == PageSizing::Free;
    m_width->setEnabled(!isTable && isFree);
    m_height->setEnabled(!isTable && isFree);
    m_scale->setEnabled(format == ExportFormat::Png);
    m_colours->setEnabled(!isTable && isFree);
    m_foot->setEnabled(!isTable);
    m_rows->setEnabled(isTable && m_hasIterations);
}

ExportChoice ExportDialog::choice() const
{
    ExportChoice choice;
    choice.format = static_cast<ExportFormat>(m_format->currentIndex());
    if (m_sizing == PageSizing::Free) {
        choice.size = {m_width->value(), m_height->value()};
    }
    choice.scale = m_scale->value();
    choice.tone = m_colours->currentIndex() == 0 ? Tone::Light : m_shown;
    choice.foot = m_foot->isChecked() ? ExportFoot::Shown : ExportFoot::Hidden;
    choice.rows = static_cast<ExportRows>(m_rows->currentIndex());
    return choice;
}

void Exporter::askAndWrite(const ExportSubject& subject, QWidget* parent)
{
    auto* dialog = new ExportDialog(subject, m_choice, m_context.theme.tone(), parent);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, subject, parent] { chooseFile(subject, dialog->choice(), parent); });
    dialog->open();
}

void Exporter::chooseFile(const ExportSubject& subject, const ExportChoice& choice, QWidget* parent)
{
    m_choice = choice;
    auto* dialog = new QFileDialog(parent, tr("Export %1").arg(subject.title));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(choice.format));
    dialog->selectFile(subject.fileName + QLatin1Char('.') + suffixOf(choice.format));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, subject, choice](const QString& file) { write(subject, choice, file); });
    dialog->open();
}

void Exporter::askAndPrint(const ExportSubject& subject, QWidget* parent)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print %1").arg(subject.title));
    connect(dialog, &QDialog::accepted, this,
            [this, subject, printer] { print(subject, printer); });
    connect(dialog, &QDialog::finished, this, [printer] {}); // as long as the dialog lives
    dialog->open();
}

} // namespace soak::ui
