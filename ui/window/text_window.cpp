// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/text_window.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QStringDecoder>
#include <QVBoxLayout>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr QSize kSize{720, 480};

QString escaped(const QByteArray& bytes)
{
    QString out;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        if (byte == '\n' || byte == '\t' || (code >= 0x20 && code < 0x7f)) {
            out += QLatin1Char(byte);
        } else {
            out += QStringLiteral("\\x%1").arg(code, 2, 16, QLatin1Char('0'));
        }
    }
    return out;
}

} // namespace

TextWindow::TextWindow(const QString& title, const QString& text, QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setAccessibleName(title);
    resize(kSize);
    auto* edit = new QPlainTextEdit(text, this);
    edit->setReadOnly(true);
    edit->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(12);
    edit->setFont(font);
    edit->setAccessibleName(title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(edit);
}

QString TextWindow::text() const
{
    return findChild<QPlainTextEdit*>()->toPlainText();
}

QString readableBytes(const QByteArray& bytes, qsizetype most)
{
    const QByteArray head = bytes.left(most);
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(head);
    const bool isText = !decoder.hasError() && !text.contains(QChar(0));
    if (!isText) {
        text = escaped(head);
    }
    if (bytes.size() > most) {
        text += TextWindow::tr("\n\u2026 the first %1 of %2 bytes").arg(most).arg(bytes.size());
    }
    return text;
}

} // namespace soak::ui
