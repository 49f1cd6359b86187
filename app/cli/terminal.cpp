// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"
#include "core/base/escape.h"
#include "core/base/text.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <map>
#include <memory>

extern char** environ;

namespace soak::cli
{
namespace
{

constexpr std::size_t kFindingsPerKind = 5;
constexpr Millis kBarEvery{100};
constexpr Millis kLineEvery{10000};

bool wantsColor(const Environment& environment, ColorMode mode, bool isTerminal)
{
    if (mode != ColorMode::Auto) {
        return mode == ColorMode::Always;
    }
    if (environment.get("NO_COLOR")) {
        return false;
    }
    const auto forced = environment.get("CLICOLOR_FORCE");
    return (forced && *forced != "0") ||
           (isTerminal && environment.get("TERM").value_or("dumb") != "dumb");
}

} // namespace

Environment Environment::ofProcess()
{
    std::map<std::string, std::string, std::less<>> variables;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        const auto equals = text.find('=');
        if (equals != std::string_view::npos) {
            variables.emplace(text.substr(0, equals), text.substr(equals + 1));
        }
    }
    return Environment(std::move(variables));
}

std::optional<std::string> Environment::get(std::string_view name) const
{
    const auto found = m_variables.find(name);
    if (found == m_variables.end() || found->second.empty()) {
        return std::nullopt;
    }
    return found->second;
}

Terminal::Terminal(const Environment& environment, ColorMode color, bool quiet, bool noProgress)
    : m_quiet(quiet), m_progressWanted(!quiet && !noProgress)
{
    const bool errIsTerminal = isatty(STDERR_FILENO) == 1;
    m_showsBar =
        m_progressWanted && errIsTerminal && environment.get("TERM").value_or("dumb") != "dumb";
    m_colorOut = wantsColor(environment, color, isatty(STDOUT_FILENO) == 1);
    m_colorErr = wantsColor(environment, color, errIsTerminal);
}

Terminal::~Terminal()
{
    endProgress();
}

void Terminal::result(std::string_view text)
{
    if (m_writeError || text.empty()) {
        return;
    }
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
        m_writeError = errno;
    }
}

void Terminal::line(std::string_view text)
{
    endProgress();
    std::string out(text);
    out += '\n';
    // Nobody is left to tell when standard error is gone.
    static_cast<void>(std::fwrite(out.data(), 1, out.size(), stderr));
}

void Terminal::note(std::string_view text)
{
    if (!m_quiet) {
        line(escapeTerminal(text));
    }
}

void Terminal::warn(std::string_view text)
{
    line((m_colorErr ? "\x1b[33mwarning:\x1b[0m " : "warning: ") + escapeTerminal(text));
}

void Terminal::error(std::string_view text)
{
    line((m_colorErr ? "\x1b[31msoak:\x1b[0m " : "soak: ") + escapeTerminal(text));
}

void Terminal::annotate(std::string_view lines)
{
    endProgress();
    static_cast<void>(std::fwrite(lines.data(), 1, lines.size(), stderr));
}

void Terminal::findings(std::span<const Finding> findings)
{
    std::map<FindingKind, std::size_t> seen;
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::Info || ++seen[finding.kind] > kFindingsPerKind) {
            continue;
        }
        std::string where = finding.file;
        if (!finding.field.empty()) {
            where += (where.empty() ? "" : ": ") + finding.field;
        }
        warn((where.empty() ? "" : where + ": ") + finding.text);
    }
    for (const auto& [kind, count] : seen) {
        if (count > kFindingsPerKind) {
            warn(std::to_string(count - kFindingsPerKind) + " more of kind " +
                 std::string(keyOf(kind)));
        }
    }
}

Progress Terminal::progress(const Clock& clock)
{
    if (!m_progressWanted) {
        return {};
    }
    const auto last = std::make_shared<Millis>(clock.monotonic());
    return [this, last, &clock](std::uint64_t done, std::uint64_t total, std::string_view what) {
        const Millis now = clock.monotonic();
        if (now - *last < (m_showsBar ? kBarEvery : kLineEvery)) {
            return;
        }
        *last = now;
        const std::string counts =
            std::to_string(done) + (total > 0 ? "/" + std::to_string(total) : "");
        if (!m_showsBar) {
            line(escapeTerminal(what) + " " + counts);
            return;
        }
        constexpr std::uint64_t kWidth = 30;
        std::string bar;
        if (total > 0) {
            const std::uint64_t filled = std::min(kWidth, done * kWidth / total);
            bar = "[" + std::string(filled, '#') + std::string(kWidth - filled, ' ') + "] ";
        }
        const std::string text = "\r\x1b[2K" + bar + counts + " " + escapeTerminal(what);
        static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr));
        static_cast<void>(std::fflush(stderr));
        m_barShown = true;
    };
}

void Terminal::endProgress()
{
    if (m_barShown) {
        m_barShown = false;
        static_cast<void>(std::fputs("\r\x1b[2K", stderr));
    }
}

bool Terminal::isReaderGone() const
{
    return m_writeError == EPIPE;
}

Status Terminal::finish()
{
    endProgress();
    if (!m_writeError && std::fflush(stdout) != 0) {
        m_writeError = errno;
    }
    if (m_writeError) {
        return Error{Errc::NotWritable, "cannot write the result: " + errnoText(*m_writeError),
                     "standard output"};
    }
    return Done{};
}

} // namespace soak::cli
