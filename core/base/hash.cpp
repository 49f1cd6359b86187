// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"

#include "core/base/hash_stream.h"
#include "core/base/result.h"

#include <openssl/evp.h>

#include <memory>

namespace soak
{

namespace
{

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

// Fetched once: EVP_sha256() looks the provider up again at every EVP_DigestInit, which costs more
// than hashing 2 KB.
const EVP_MD* algorithm()
{
    static const EVP_MD* const kFetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    SOAK_ASSERT(kFetched != nullptr);
    return kFetched;
}

int digitValue(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

} // namespace

Sha256 sha256(std::string_view bytes)
{
    thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    SOAK_ASSERT(context != nullptr);
    Sha256 digest{};
    const bool hashed = EVP_DigestInit_ex2(context.get(), algorithm(), nullptr) == 1 &&
                        EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
                        EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1;
    SOAK_ASSERT(hashed);
    return digest;
}

struct Sha256Stream::State {
    std::unique_ptr<EVP_MD_CTX, FreeContext> context{EVP_MD_CTX_new()};
};

Sha256Stream::Sha256Stream() : m_state(std::make_unique<State>())
{
    const bool started = m_state->context != nullptr &&
                         EVP_DigestInit_ex2(m_state->context.get(), algorithm(), nullptr) == 1;
    SOAK_ASSERT(started);
}

Sha256Stream::~Sha256Stream() = default;

void Sha256Stream::add(std::string_view bytes)
{
    const bool added = EVP_DigestUpdate(m_state->context.get(), bytes.data(), bytes.size()) == 1;
    SOAK_ASSERT(added);
}

Sha256 Sha256Stream::finish()
{
    Sha256 digest{};
    const bool hashed = EVP_DigestFinal_ex(m_state->context.get(), digest.data(), nullptr) == 1;
    SOAK_ASSERT(hashed);
    return digest;
}

std::string hexText(const Sha256& digest)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(digest.size() * 2);
    for (const std::uint8_t byte : digest) {
        text.push_back(kDigits[byte >> 4U]);
        text.push_back(kDigits[byte & 0x0FU]);
    }
    return text;
}

std::string sha256Hex(std::string_view bytes)
{
    return hexText(sha256(bytes));
}

std::optional<Sha256> parseSha256(std::string_view hex)
{
    Sha256 digest{};
    if (hex.size() != digest.size() * 2) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const int high = digitValue(hex[2 * i]);
        const int low = digitValue(hex[2 * i + 1]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        digest[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return digest;
}

} // namespace soak
