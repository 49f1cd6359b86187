// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace soak
{

using Sha256 = std::array<std::uint8_t, 32>;

// Any thread; costs no allocation after the first call of a thread (100 000 small files are hashed
// on load).
Sha256 sha256(std::string_view bytes);
std::string hexText(const Sha256& digest); // 64 lower-case digits
std::string sha256Hex(std::string_view bytes);
std::optional<Sha256> parseSha256(std::string_view hex); // 64 hex digits, either case

} // namespace soak
