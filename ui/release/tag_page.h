// SPDX-License-Identifier: GPL-3.0-or-later
// Step 6: the annotated tag. First a dry run; the tag is made here only, and pushed by nobody.
#pragma once

#include "ui/release/release_desk.h"

#include <QWidget>

class QPlainTextEdit;

namespace soak::ui
{

class Banner;
class ElidedLabel;
class PathField;

class TagPage final : public QWidget
{
    Q_OBJECT

public:
    TagPage(const ViewContext& context, ReleaseDesk& desk, QWidget* parent = nullptr);

    void refresh();

private:
    ReleaseDesk& m_desk;
    PathField* m_repository = nullptr;
    Banner* m_banner = nullptr;
    ElidedLabel* m_heading = nullptr;
    QPlainTextEdit* m_message = nullptr;
};

} // namespace soak::ui
