// SPDX-License-Identifier: GPL-3.0-or-later
// `soak`: words in, one verb, one exit code out.
#include "app/cli/context.h"
#include "app/cli/settings.h"
#include "core/base/signal_guard.h"
#include "core/base/version.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <exception>

namespace soak::cli
{
namespace
{

// A closed standard stream would hand its number to the next file that is opened. Its place is
// taken by a descriptor that refuses what the stream is for, so that a write to a closed stdout is
// an error and not lost.
void occupyStandardStreams()
{
    for (int fd = 0; fd <= 2; ++fd) {
        if (fcntl(fd, F_GETFD) == -1) {
            const int opened = open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
            if (opened >= 0 && opened != fd) {
                dup2(opened, fd);
                close(opened);
            }
        }
    }
}

Terminal makeTerminal(const Environment& environment, const Arguments& arguments)
{
    ColorMode color = ColorMode::Auto;
    if (const auto wanted = arguments.text("color")) {
        color = *wanted == "always" ? ColorMode::Always
                                    : (*wanted == "never" ? ColorMode::Never : ColorMode::Auto);
    }
    return Terminal(environment, color, arguments.flag("quiet"), arguments.flag("no-progress"));
}

int finished(Terminal& terminal, ExitCode code)
{
    if (const Status status = terminal.finish(); !status) {
        if (!terminal.isReaderGone()) {
            terminal.error(describe(status.error()));
        }
        return static_cast<int>(ExitCode::NotWritable);
    }
    return static_cast<int>(code);
}

// The code of an interrupted verb names the signal.
ExitCode withSignal(ExitCode code, const SignalGuard& signals)
{
    if (code == ExitCode::Interrupted && signals.received() == SIGTERM) {
        return ExitCode::Terminated;
    }
    return code;
}

int runCommand(TopLevel top, const Environment& environment)
{
    Arguments& arguments = top.arguments;
    // `doctor` says itself what is wrong with the settings.
    if (top.wish == TopLevel::Wish::Verb && !arguments.helpWanted &&
        arguments.verb != Verb::Doctor) {
        auto settings = loadSettings(environment);
        if (!settings) {
            Terminal terminal = makeTerminal(environment, arguments);
            terminal.error(describe(settings.error()));
            return static_cast<int>(exitCodeFor(settings.error().code));
        }
        applySettings(*settings, arguments);
    }
    Terminal terminal = makeTerminal(environment, arguments);
    if (top.wish == TopLevel::Wish::Help) {
        terminal.result(helpText());
        return finished(terminal, ExitCode::Ok);
    }
    if (top.wish == TopLevel::Wish::ManPage) {
        terminal.result(manPageText());
        return finished(terminal, ExitCode::Ok);
    }
    if (top.wish == TopLevel::Wish::Version) {
        arguments.verb = Verb::Version;
    }
    if (arguments.helpWanted) {
        terminal.result(helpText(specOf(arguments.verb)));
        return finished(terminal, ExitCode::Ok);
    }
    const SystemClock clock;
    const SignalGuard signals;
    Context context{arguments, environment, clock, terminal, signals.token()};
    const Result<ExitCode> outcome = functionOf(arguments.verb)(context);
    terminal.endProgress();
    if (!outcome) {
        static_cast<void>(terminal.finish());
        terminal.error(describe(outcome.error()));
        return static_cast<int>(withSignal(exitCodeFor(outcome.error().code), signals));
    }
    return finished(terminal, withSignal(*outcome, signals));
}

int runMain(int argc, char** argv)
{
    occupyStandardStreams();
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    const Environment environment = Environment::ofProcess();
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    auto top = parseCommandLine(words);
    if (!top) {
        Terminal terminal(environment, ColorMode::Auto, false, true);
        terminal.error(describe(top.error()));
        return static_cast<int>(exitCodeFor(top.error().code));
    }
    return runCommand(std::move(*top), environment);
}

} // namespace
} // namespace soak::cli

int main(int argc, char** argv)
{
    try {
        return soak::cli::runMain(argc, argv);
    } catch (const std::exception& error) {
        static_cast<void>(std::fprintf(stderr, "soak: this is a bug of ours: %s\n", error.what()));
    } catch (...) {
        static_cast<void>(std::fputs("soak: this is a bug of ours\n", stderr));
    }
    return static_cast<int>(soak::ExitCode::Internal);
}
