// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the tests run under a sanitizer, with its own heap and at a fraction of the speed.
// Macros, as GCC says it in one way and clang in another.
#pragma once

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SOAK_IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SOAK_IS_SANITIZED 1
#endif
#endif

namespace soak
{

#ifdef SOAK_IS_SANITIZED
inline constexpr bool kIsSanitized = true;
#else
inline constexpr bool kIsSanitized = false;
#endif

} // namespace soak
