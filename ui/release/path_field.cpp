// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/path_field.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace soak::ui
{

PathField::PathField(Kind kind, const QString& name, QWidget* parent)
    : QWidget(parent), m_kind(kind), m_name(name), m_line(new QLineEdit(this)),
      m_choose(new QPushButton(tr("Choose\u2026"), this))
{
    m_line->setAccessibleName(name);
    m_line->setToolTip(name);
    m_line->setMinimumWidth(80);
    m_choose->setAutoDefault(false);
    m_choose->setAccessibleName(tr("Choose: %1").arg(name));
    m_choose->setToolTip(m_choose->accessibleName());
    setFocusProxy(m_line);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_choose);
    connect(m_line, &QLineEdit::editingFinished, this, &PathField::changed);
    connect(m_choose, &QPushButton::clicked, this, &PathField::choose);
}

void PathField::setPath(const std::optional<fs::path>& path)
{
    const QString text = path ? QFile::decodeName(path->c_str()) : QString();
    if (!m_line->hasFocus() && m_line->text() != text) {
        m_line->setText(text);
    }
}

std::optional<fs::path> PathField::path() const
{
    QString text = m_line->text().trimmed();
    if (text.isEmpty()) {
        return std::nullopt;
    }
    if (text.startsWith(QLatin1String("~/"))) { // as in a shell
        text.replace(0, 1, QDir::homePath());
    }
    return fs::path(QFile::encodeName(text).toStdString());
}

void PathField::choose()
{
    auto* dialog = new QFileDialog(this, m_name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_kind == Kind::Folder ? QFileDialog::Directory
                                               : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, m_kind == Kind::Folder);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_line->setText(path);
        Q_EMIT changed();
    });
    dialog->open();
}

} // namespace soak::ui
