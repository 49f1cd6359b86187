// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb gets from the world: arguments, environment, clock, the two streams.
#pragma once

#include "app/cli/command_line.h"
#include "core/base/clock.h"
#include "core/base/exit_code.h"
#include "core/base/file.h"
#include "core/base/progress.h"
#include "core/model/finding.h"

#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

namespace soak::cli
{

class Environment final
{
public:
    Environment() = default;

    explicit Environment(std::map<std::string, std::string, std::less<>> variables)
        : m_variables(std::move(variables))
    {
    }

    static Environment ofProcess();

    // Absent and empty are the same.
    [[nodiscard]] std::optional<std::string> get(std::string_view name) const;

    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& variables() const
    {
        return m_variables;
    }

private:
    std::map<std::string, std::string, std::less<>> m_variables;
};

enum class ColorMode : std::uint8_t { Auto, Always, Never };

// The terminal: results to stdout, everything else to stderr. A stream that cannot be written is
// remembered.
class Terminal final
{
public:
    Terminal(const Environment& environment, ColorMode color, bool quiet, bool noProgress);
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    void result(std::string_view text);    // stdout, as it is
    void note(std::string_view text);      // stderr, one line, left out with --quiet
    void warn(std::string_view text);      // stderr, one line "warning: ..."
    void error(std::string_view text);     // stderr, one line "soak: ..."
    void annotate(std::string_view lines); // stderr, as they are: commands for a CI service
    void findings(
        std::span<const Finding> findings); // warnings, the first few of each kind, then a count

    // A bar on a terminal, else one line each 10 s (UX 4).
    Progress progress(const Clock& clock);
    void endProgress();

    [[nodiscard]] bool colorsResult() const { return m_colorOut; }

    // Whether the reader of stdout closed it, as `head` does: nobody wants to be told.
    [[nodiscard]] bool isReaderGone() const;

    // Flushes stdout. Errors: NotWritable (closed, full).
    Status finish();

private:
    void line(std::string_view text);

    bool m_quiet;
    bool m_showsBar;
    bool m_progressWanted;
    bool m_colorOut;
    bool m_colorErr;
    bool m_barShown = false;
    std::optional<int> m_writeError; // errno
};

struct Context {
    const Arguments& arguments;
    const Environment& environment;
    const Clock& clock;
    Terminal& terminal;
    std::stop_token stop;
};

using VerbFunction = Result<ExitCode> (*)(Context&);

Result<ExitCode> runVerb(Context& context);    // run
Result<ExitCode> verifyVerb(Context& context); // verify
Result<ExitCode> reportVerb(Context& context);
Result<ExitCode> gateVerb(Context& context);
Result<ExitCode> watchVerb(Context& context);
Result<ExitCode> compareVerb(Context& context);
Result<ExitCode> metricsVerb(Context& context);
Result<ExitCode> serveVerb(Context& context);
Result<ExitCode> diffVerb(Context& context);
Result<ExitCode> showVerb(Context& context);
Result<ExitCode> reproduceVerb(Context& context);
Result<ExitCode> whatifVerb(Context& context);
Result<ExitCode> sweepVerb(Context& context);
Result<ExitCode> historyVerb(Context& context); // history and its words
Result<ExitCode> bundleVerb(Context& context);  // bundle, bundle verify
Result<ExitCode> tagVerb(Context& context);
Result<ExitCode> canaryVerb(Context& context); // canary, canary check
Result<ExitCode> configVerb(Context& context);
Result<ExitCode> doctorVerb(Context& context);
Result<ExitCode> completionVerb(Context& context);
Result<ExitCode> versionVerb(Context& context);

VerbFunction functionOf(Verb verb);

} // namespace soak::cli
