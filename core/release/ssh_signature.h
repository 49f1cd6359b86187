// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures by the user's SSH key, made and checked by ssh-keygen: no key is ever read here, an
// agent serves as well as a file, and nothing prompts on the terminal.
#pragma once

#include "core/base/file.h"
#include "core/base/result.h"

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace soak
{

// The signature of `text` as an armoured file. `key`: a private key, or a public one whose other
// half an agent holds. `scratch`: a folder where nobody else writes. Errors: Environment (no
// ssh-keygen, no such key, a passphrase and no agent; ssh-keygen's own words), Cancelled.
Result<std::string> signText(std::string_view text, const fs::path& key, const fs::path& scratch,
                             std::stop_token stop = {});

struct KeyFacts {
    std::string fingerprint; // "SHA256:…"
    std::string comment;     // as its maker called it; may be empty
    std::string type;        // "ED25519"
    bool isInAgent = false;  // an agent holds it: no passphrase will be asked for
    bool operator==(const KeyFacts&) const = default;
};

// What ssh-keygen and the agent, where one runs, say of a key file; the private half is not read.
// Errors: Environment (no ssh-keygen, no such key, no key in it), Cancelled.
Result<KeyFacts> keyFacts(const fs::path& key, const fs::path& scratch, std::stop_token stop = {});

struct SignatureOutcome {
    bool isValid = false;   // made by some key over these very bytes
    std::string reason;     // why not
    std::string key;        // "ED25519 key SHA256:…"; empty when not valid
    bool isListed = false;  // by a key that the list names for this; false without a list
    std::string listReason; // why not, when a list was given
    std::string principal;  // whom the list names
};

// Checks `signature` over `text`, and whose it is by `allowedSigners` where given. Errors:
// NotFound, BadInput (the list cannot be read), Environment (no ssh-keygen), Cancelled.
Result<SignatureOutcome> checkSignature(std::string_view text, std::string_view signature,
                                        const std::optional<fs::path>& allowedSigners,
                                        const fs::path& scratch, std::stop_token stop = {});

} // namespace soak
