// SPDX-License-Identifier: GPL-3.0-or-later
// A text to read and to copy from, in a window of its own: raw bytes of a file, keys, licence.
#pragma once

#include <QDialog>

namespace soak::ui
{

class TextWindow final : public QDialog
{
    Q_OBJECT

public:
    // Deletes itself when closed.
    TextWindow(const QString& title, const QString& text, QWidget* parent);

    [[nodiscard]] QString text() const;
};

// Bytes as people can read them: text as it is, what is no text as "\x1f"; at most `most` bytes,
// and it says so.
QString readableBytes(const QByteArray& bytes, qsizetype most);

} // namespace soak::ui
