// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody's bundle, looked at row by row.
#pragma once

#include "core/release/bundle_checks.h"
#include "ui/session/view_context.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace soak::ui
{

class Banner;
class CellsTable;
class ElidedLabel;
class PathField;

// Whether `path` is what a bundle looks like from outside: an archive, or a folder with an
// attestation.
bool looksLikeBundle(const QString& path);

class VerifyWindow final : public QDialog
{
    Q_OBJECT

public:
    // Deletes itself when closed. Looks at `bundle` at once; "" = asks for one.
    VerifyWindow(const ViewContext& context, const QString& bundle, QWidget* parent);
    ~VerifyWindow() override;

    void verify(const QString& bundle);

    [[nodiscard]] const fs::path& bundle() const { return m_bundle; }

    [[nodiscard]] const BundleVerification& verification() const { return m_verification; }

Q_SIGNALS:
    void openRequested(bool isToCompare); // its run, which verified

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void connectParts();
    void look();
    void showResult(const BundleVerification& verification);
    void enableOpening(bool mayOpen);

    ViewContext m_context;
    PathField* m_archive = nullptr;
    PathField* m_signers = nullptr;
    Banner* m_banner = nullptr;
    CellsTable* m_checks = nullptr;
    QPlainTextEdit* m_byHand = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_compare = nullptr;
    fs::path m_bundle;
    BundleVerification m_verification; // as last shown
    bool m_mayOpen = false;
    int m_job = 0;
    int m_look = 0; // number of the newest look
};

} // namespace soak::ui
