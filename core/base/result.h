// SPDX-License-Identifier: GPL-3.0-or-later
// How the core says that the world refused: a value or an Error, spelled like std::expected.
#pragma once

#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace soak
{

// What kind of refusal; `exitCodeFor` (core/base/exit_code.h) maps each to one exit code.
enum class Errc {
    Usage,       // the caller asked for something that makes no sense
    NotFound,    // input that should be there is not
    BadInput,    // input is there and defective
    TooLarge,    // input beyond a limit of DESIGN 5
    NotWritable, // output cannot be written
    Locked,      // somebody else holds the output
    Integrity,   // chain, manifest, signature or reproduction does not match
    Environment, // a program, port, key or database is missing
    Cancelled,   // a stop was requested
    Internal,    // a bug of ours
};

// A refusal. `message` is lower case, names the thing and, where there is one, the remedy;
// `where` is a file, iteration or parameter (may be empty).
struct Error {
    Errc code = Errc::Internal;
    std::string message;
    std::string where;

    bool operator==(const Error&) const = default;
};

// "where: message", or the message alone.
std::string describe(const Error& error);

namespace detail
{
[[noreturn]] void assertFailed(const char* expression, const char* file, int line);
}

// A broken promise of the programmer: aborts in every build type.
#define SOAK_ASSERT(expression)                                                                    \
    (static_cast<bool>(expression)                                                                 \
         ? static_cast<void>(0)                                                                    \
         : ::soak::detail::assertFailed(#expression, __FILE__, __LINE__))

template <typename T>
class [[nodiscard]] Result final
{
public:
    using value_type = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {} // NOLINT: implicit like std::expected

    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {} // NOLINT: implicit

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }

    explicit operator bool() const { return has_value(); }

    [[nodiscard]] const T& value() const&
    {
        SOAK_ASSERT(has_value());
        return std::get<0>(m_state);
    }

    [[nodiscard]] T& value() &
    {
        SOAK_ASSERT(has_value());
        return std::get<0>(m_state);
    }

    [[nodiscard]] T&& value() &&
    {
        SOAK_ASSERT(has_value());
        return std::get<0>(std::move(m_state));
    }

    [[nodiscard]] const Error& error() const
    {
        SOAK_ASSERT(!has_value());
        return std::get<1>(m_state);
    }

    const T& operator*() const& { return value(); }

    T& operator*() & { return value(); }

    T&& operator*() && { return std::move(*this).value(); }

    const T* operator->() const { return &value(); }

    T* operator->() { return &value(); }

    [[nodiscard]] T value_or(T fallback) const
    {
        return has_value() ? value() : std::move(fallback);
    }

private:
    std::variant<T, Error> m_state;
};

struct Done {
    bool operator==(const Done&) const = default;
};

using Status = Result<Done>;

#define SOAK_DETAIL_JOIN2(a, b) a##b
#define SOAK_DETAIL_JOIN(a, b) SOAK_DETAIL_JOIN2(a, b)
#define SOAK_DETAIL_TRY(name, declaration, ...)                                                    \
    auto name = (__VA_ARGS__);                                                                     \
    if (!name) {                                                                                   \
        return name.error();                                                                       \
    }                                                                                              \
    declaration = std::move(name).value()

// SOAK_TRY(const std::string text, readText(path)); passes the error up, or declares the value.
#define SOAK_TRY(declaration, ...)                                                                 \
    SOAK_DETAIL_TRY(SOAK_DETAIL_JOIN(soakTry, __LINE__), declaration, __VA_ARGS__)

// SOAK_CHECK(writeText(path, text)); passes the error up, or goes on.
#define SOAK_CHECK(...)                                                                            \
    do {                                                                                           \
        auto soakStatus = (__VA_ARGS__);                                                           \
        if (!soakStatus) {                                                                         \
            return soakStatus.error();                                                             \
        }                                                                                          \
    } while (false)

} // namespace soak
