// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/ssh_signature.h"

#include "core/base/escape.h"
#include "core/base/process.h"
#include "core/base/text.h"
#include "core/release/bundle_readme.h"
#include "core/release/staging.h"

namespace soak
{

namespace
{

constexpr Millis kTimeLimit{120000}; // a key in hardware waits to be touched
constexpr std::uint64_t kMostSaid = 64ULL * 1024;
constexpr std::size_t kMostPrincipals = 16;
constexpr std::string_view kGood = "\" signature with ";

struct Said {
    bool isGood = false;
    std::string out;
    std::string err;
};

class KeyTool final
{
public:
    KeyTool(const fs::path& scratch, std::stop_token stop)
        : m_scratch(scratch), m_stop(std::move(stop))
    {
    }

    Result<Said> run(std::vector<std::string> arguments, const fs::path& input = {})
    {
        arguments.insert(arguments.begin(), {"ssh-keygen", "-Y"});
        return start(std::move(arguments), input);
    }

    // Any program of the family.
    Result<Said> start(std::vector<std::string> argv, const fs::path& input = {})
    {
        ProcessPlan plan;
        plan.argv = std::move(argv);
        // A passphrase is asked for by the user's askpass program or not at all.
        plan.environment = {{"LC_ALL", "C"}, {"SSH_ASKPASS_REQUIRE", "force"}};
        plan.stdinFile = input;
        plan.stdoutFile = m_scratch / "keygen.out";
        plan.stderrFile = m_scratch / "keygen.err";
        plan.timeLimit = kTimeLimit;
        plan.maxOutputBytes = kMostSaid;
        SOAK_TRY(const ProcessOutcome outcome, runProcess(plan, m_stop));
        if (outcome.cancelled) {
            return Error{Errc::Cancelled, "stopped on request", ""};
        }
        if (outcome.timedOut) {
            return Error{Errc::Environment, "ssh-keygen did not answer within two minutes", ""};
        }
        SOAK_TRY(std::string out, readFile(plan.stdoutFile));
        SOAK_TRY(std::string err, readFile(plan.stderrFile));
        return Said{outcome.exitCode == 0, std::move(out), std::move(err)};
    }

private:
    const fs::path& m_scratch;
    std::stop_token m_stop;
};

// What ssh-keygen said, in one line.
std::string wordsOf(const Said& said)
{
    std::vector<std::string> lines;
    for (const std::string& text : {said.err, said.out}) {
        for (const std::string& line : split(text, '\n')) {
            if (!trim(line).empty()) {
                lines.push_back(escapeTerminal(trim(line)));
            }
        }
    }
    return lines.empty() ? "ssh-keygen gave no reason" : join(lines, "; ");
}

Status keep(const fs::path& path, std::string_view bytes)
{
    SOAK_CHECK(removeTree(path));
    SOAK_TRY(StagedFile file, StagedFile::create(path));
    SOAK_CHECK(file.write(bytes));
    return file.finish();
}

// Whom the list names for the key of the signature; empty: nobody.
Result<std::vector<std::string>> principalsOf(KeyTool& tool, const std::string& list,
                                              const std::string& signature, std::string& reason)
{
    SOAK_TRY(const Said said, tool.run({"find-principals", "-f", list, "-s", signature}));
    std::vector<std::string> principals;
    if (!said.isGood) {
        reason = wordsOf(said);
        return principals;
    }
    for (const std::string& line : split(said.out, '\n')) {
        if (!line.empty() && principals.size() < kMostPrincipals) {
            principals.push_back(line);
        }
    }
    return principals;
}

Status checkList(KeyTool& tool, const std::string& list, const std::string& signature,
                 const fs::path& text, SignatureOutcome& outcome)
{
    SOAK_TRY(const std::vector<std::string> principals,
             principalsOf(tool, list, signature, outcome.listReason));
    for (const std::string& principal : principals) {
        SOAK_TRY(const Said said, tool.run({"verify", "-f", list, "-I", principal, "-n",
                                            std::string(kSignatureNamespace), "-s", signature},
                                           text));
        if (said.isGood) {
            outcome.isListed = true;
            outcome.principal = escapeTerminal(principal);
            outcome.listReason.clear();
            return Done{};
        }
        outcome.listReason = wordsOf(said);
    }
    return Done{};
}

// "256 SHA256:… name of the key (ED25519)". Errors: Environment.
Result<KeyFacts> parseKeyLine(const Said& said, const fs::path& key)
{
    const std::string line(trim(std::string_view(said.out).substr(0, said.out.find('\n'))));
    const std::size_t first = line.find(' ');
    const std::size_t second = first == std::string::npos ? first : line.find(' ', first + 1);
    const std::size_t last = line.rfind(" (");
    if (!said.isGood || second == std::string::npos || last == std::string::npos || last < second ||
        !line.ends_with(')')) {
        return Error{Errc::Environment, "ssh-keygen finds no key there: " + wordsOf(said),
                     pathText(key)};
    }
    KeyFacts facts;
    facts.fingerprint = escapeTerminal(line.substr(first + 1, second - first - 1));
    facts.comment =
        last > second ? escapeTerminal(line.substr(second + 1, last - second - 1)) : std::string();
    facts.type = escapeTerminal(line.substr(last + 2, line.size() - last - 3));
    return facts;
}

} // namespace

Result<KeyFacts> keyFacts(const fs::path& key, const fs::path& scratch, std::stop_token stop)
{
    std::error_code error;
    if (!fs::exists(key, error)) {
        return Error{Errc::Environment, "there is no such key to sign with", pathText(key)};
    }
    SOAK_TRY(const StagingFolder folder, StagingFolder::create(scratch, "soak-key"));
    KeyTool tool(folder.path(), std::move(stop));
    SOAK_TRY(const Said said,
             tool.start({"ssh-keygen", "-l", "-E", "sha256", "-f", fs::absolute(key).native()}));
    SOAK_TRY(KeyFacts facts, parseKeyLine(said, key));
    // Without an agent, or without the program that asks it, nothing is held.
    const auto held = tool.start({"ssh-add", "-l", "-E", "sha256"});
    if (!held && held.error().code == Errc::Cancelled) {
        return held.error();
    }
    facts.isInAgent =
        held && held->isGood && held->out.find(" " + facts.fingerprint + " ") != std::string::npos;
    return facts;
}

Result<std::string> signText(std::string_view text, const fs::path& key, const fs::path& scratch,
                             std::stop_token stop)
{
    // ssh-keygen would take its time to say it less plainly.
    if (std::error_code error; !fs::exists(key, error)) {
        return Error{Errc::Environment, "there is no such key to sign with", pathText(key)};
    }
    const fs::path input = scratch / "to_sign";
    fs::path output = input;
    output += ".sig";
    SOAK_CHECK(keep(input, text));
    SOAK_CHECK(removeTree(output)); // else it asks whether to overwrite
    KeyTool tool(scratch, std::move(stop));
    SOAK_TRY(const Said said, tool.run({"sign", "-f", key.native(), "-n",
                                        std::string(kSignatureNamespace), input.native()}));
    if (!said.isGood) {
        return Error{Errc::Environment,
                     "ssh-keygen could not sign (a key with a passphrase is loaded by ssh-add "
                     "first): " +
                         wordsOf(said),
                     pathText(key)};
    }
    return readFile(output, kMostSaid);
}

Result<SignatureOutcome> checkSignature(std::string_view text, std::string_view signature,
                                        const std::optional<fs::path>& allowedSigners,
                                        const fs::path& scratch, std::stop_token stop)
{
    if (allowedSigners) {
        SOAK_TRY(const std::string readable, readFile(*allowedSigners));
    }
    SignatureOutcome outcome;
    if (signature.size() > kMostSaid) {
        outcome.reason = "is too large to be a signature";
        return outcome;
    }
    const fs::path textFile = scratch / "to_check";
    const fs::path signatureFile = scratch / "to_check.sig";
    SOAK_CHECK(keep(textFile, text));
    SOAK_CHECK(keep(signatureFile, signature));
    KeyTool tool(scratch, std::move(stop));
    SOAK_TRY(const Said said, tool.run({"check-novalidate", "-n", std::string(kSignatureNamespace),
                                        "-s", signatureFile.native()},
                                       textFile));
    if (!said.isGood) {
        outcome.reason = wordsOf(said);
        return outcome;
    }
    outcome.isValid = true;
    const std::size_t at = said.out.find(kGood);
    outcome.key = at == std::string::npos
                      ? "a key that ssh-keygen does not name"
                      : escapeTerminal(trim(std::string_view(said.out).substr(at + kGood.size())));
    if (allowedSigners) {
        SOAK_CHECK(checkList(tool, fs::absolute(*allowedSigners).native(), signatureFile.native(),
                             textFile, outcome));
    }
    return outcome;
}

} // namespace soak
