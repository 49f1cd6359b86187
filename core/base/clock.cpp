// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <chrono>

namespace soak
{

namespace
{

using std::chrono::milliseconds;
using std::chrono::sys_days;

constexpr int kFirstYear = 1970;
constexpr int kLastYear = 9999;

// The number of exactly `width` digits at the front of `text`, which loses them.
std::optional<unsigned> takeDigits(std::string_view& text, std::size_t width)
{
    if (text.size() < width) {
        return std::nullopt;
    }
    unsigned value = 0;
    for (const char c : text.substr(0, width)) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    text.remove_prefix(width);
    return value;
}

// As takeDigits, with `mark` before the digits.
std::optional<unsigned> takeMarked(std::string_view& text, char mark, std::size_t width)
{
    if (text.empty() || text.front() != mark) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    return takeDigits(text, width);
}

// ".5" is 500, ".1239" is 123, nothing is 0; nullopt for a point without digits.
std::optional<unsigned> takeFraction(std::string_view& text)
{
    if (text.empty() || text.front() != '.') {
        return 0;
    }
    text.remove_prefix(1);
    unsigned ms = 0;
    unsigned weight = 100;
    bool any = false;
    while (const std::optional<unsigned> digit = takeDigits(text, 1)) {
        any = true;
        ms += *digit * weight;
        weight /= 10;
    }
    return any ? std::optional(ms) : std::nullopt;
}

std::string padded(std::int64_t value, std::size_t width)
{
    const std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

} // namespace

Millis SystemClock::monotonic() const
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

EpochMs SystemClock::wall() const
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::floor<milliseconds>(now).count();
}

std::string utcText(EpochMs ms)
{
    const std::chrono::sys_time<milliseconds> time{milliseconds{ms}};
    const sys_days day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss<milliseconds> clock(time - day);
    std::string text = padded(static_cast<int>(date.year()), 4) + "-" +
                       padded(static_cast<unsigned>(date.month()), 2) + "-" +
                       padded(static_cast<unsigned>(date.day()), 2) + "T" +
                       padded(clock.hours().count(), 2) + ":" + padded(clock.minutes().count(), 2) +
                       ":" + padded(clock.seconds().count(), 2);
    if (clock.subseconds().count() != 0) {
        text += "." + padded(clock.subseconds().count(), 3);
    }
    return text + "Z";
}

std::optional<EpochMs> parseUtc(std::string_view text)
{
    const auto year = takeDigits(text, 4);
    const auto month = takeMarked(text, '-', 2);
    const auto day = takeMarked(text, '-', 2);
    const auto hour = takeMarked(text, 'T', 2);
    const auto minute = takeMarked(text, ':', 2);
    const auto second = takeMarked(text, ':', 2);
    if (!year || !month || !day || !hour || !minute || !second) {
        return std::nullopt;
    }
    const auto fraction = takeFraction(text);
    if (!fraction || (text != "Z" && text != "+00:00")) {
        return std::nullopt;
    }
    const int yearNumber = static_cast<int>(*year);
    const std::chrono::year_month_day date{std::chrono::year(yearNumber),
                                           std::chrono::month(*month), std::chrono::day(*day)};
    if (!date.ok() || yearNumber < kFirstYear || yearNumber > kLastYear || *hour > 23 ||
        *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    const auto time = sys_days(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
                      std::chrono::seconds(*second) + milliseconds(*fraction);
    return std::chrono::time_point_cast<milliseconds>(time).time_since_epoch().count();
}

} // namespace soak
