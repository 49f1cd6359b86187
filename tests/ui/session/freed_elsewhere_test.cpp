// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/freed_elsewhere.h"

#include <QTest>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace soak::ui
{
namespace
{

struct Freed {
    explicit Freed(std::atomic<std::thread::id>& by) : m_by(by) {}

    ~Freed() { m_by = std::this_thread::get_id(); }

    Freed(const Freed&) = delete;
    Freed& operator=(const Freed&) = delete;

private:
    std::atomic<std::thread::id>& m_by;
};

} // namespace

TEST(FreedElsewhere, WhatTheGuiThreadLetsGoIsFreedByAnother)
{
    std::atomic<std::thread::id> by;
    std::shared_ptr<Freed> value = freedElsewhere(std::make_shared<Freed>(by));
    value.reset();
    ASSERT_TRUE(QTest::qWaitFor([&] { return by.load() != std::thread::id(); }));
    EXPECT_NE(by.load(), std::this_thread::get_id());
}

TEST(FreedElsewhere, AWeakPointerKeepsNothingWhoeverLetsTheValueGo)
{
    std::atomic<std::thread::id> by;
    std::shared_ptr<Freed> value = freedElsewhere(std::make_shared<Freed>(by));
    const std::weak_ptr<Freed> seen = value;
    std::thread worker([&] { value.reset(); });
    worker.join();
    EXPECT_TRUE(seen.expired());
    EXPECT_NE(by.load(), std::thread::id()) << "still there, behind a weak pointer";
}

TEST(FreedElsewhere, AValueWithOneOwnerIsFreedByAnotherAndAnEmptyOneIsLeft)
{
    std::atomic<std::thread::id> by;
    auto value = std::make_unique<Freed>(by);
    freeElsewhere(value);
    EXPECT_EQ(value, nullptr);
    ASSERT_TRUE(QTest::qWaitFor([&] { return by.load() != std::thread::id(); }));
    EXPECT_NE(by.load(), std::this_thread::get_id());
}

} // namespace soak::ui
