// SPDX-License-Identifier: GPL-3.0-or-later
// A line above the views that tells something and offers to act. It never takes the focus.
#pragma once

#include <QString>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QToolButton;

namespace soak::ui
{

class NoticeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    // What there is nothing to do about but to read it. Another one takes its place.
    void tell(const QString& text);
    // What can be acted on stays until it was, or is closed; one that is told meanwhile comes
    // first. `key` names what it is about: a second one of the same key takes its place.
    void offer(const QString& key, const QString& text, const QString& action,
               std::function<void()> act);
    void withdraw(const QString& key); // it is settled by other means

    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Offer {
        QString key;
        QString text;
        QString action;
        std::function<void()> act;
    };

    void retranslate();
    void showNext();
    void close();
    void act();

    QLabel* m_text = nullptr;
    QPushButton* m_action = nullptr;
    QToolButton* m_close = nullptr;
    std::optional<QString> m_told; // lies on the offers
    std::vector<Offer> m_offers;   // the last one is shown
};

} // namespace soak::ui
