// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/start_options.h"

#include "ui/session/selection.h"
#include "ui/window/languages.h"
#include "ui/window/view.h"

#include <algorithm>
#include <array>

namespace soak::ui
{
namespace
{

constexpr const char* kWholeWindow = "window";
constexpr std::array kEndings{".png", ".svg", ".pdf", ".csv"};
constexpr int kLeastSide = 100;
constexpr int kMostSide = 8000;
constexpr double kLeastScale = 0.5;
constexpr double kMostScale = 8;

Error usage(const QString& message)
{
    return {Errc::Usage, message.toStdString(), ""};
}

template <typename Names>
bool isOneOf(const Names& names, const QString& word)
{
    return std::ranges::any_of(names,
                               [&](const char* name) { return word == QLatin1String(name); });
}

Result<QSize> sizeFrom(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    bool isWide = false;
    bool isHigh = false;
    const QSize size(parts.value(0).toInt(&isWide), parts.value(1).toInt(&isHigh));
    const auto fits = [](int side) { return side >= kLeastSide && side <= kMostSide; };
    if (parts.size() != 2 || !isWide || !isHigh || !fits(size.width()) || !fits(size.height())) {
        return usage(QStringLiteral("--size is WxH with sides from %1 to %2, as 1440x900")
                         .arg(kLeastSide)
                         .arg(kMostSide));
    }
    return size;
}

Result<double> scaleFrom(const QString& text)
{
    bool isNumber = false;
    const double scale = text.toDouble(&isNumber);
    if (!isNumber || !(scale >= kLeastScale && scale <= kMostScale)) {
        return usage(QStringLiteral("--scale is a number from %1 to %2, as 2 for 192 dpi")
                         .arg(kLeastScale)
                         .arg(kMostScale));
    }
    return scale;
}

Status takeOption(const QString& name, const QString& value, StartOptions& options,
                  RenderWish& wish)
{
    if (name == QStringLiteral("--render")) {
        if (!viewNamed(value) && value != QLatin1String(kWholeWindow)) {
            return usage(QStringLiteral("--render: '%1' is none of overview, iterations, "
                                        "overrides, guards, reports, compare, history, release, "
                                        "window")
                             .arg(value));
        }
        wish.view = value;
    } else if (name == QStringLiteral("--run")) {
        wish.runs << value;
    } else if (name == QStringLiteral("--compare-as")) {
        if (!isOneOf(kCompareAs, value)) {
            return usage(QStringLiteral("--compare-as: '%1' is none of overlaid, side-by-side, "
                                        "difference, distributions, relations, table, arms")
                             .arg(value));
        }
        wish.compareAs = value;
    } else if (name == QStringLiteral("--history")) {
        options.history = value;
    } else if (name == QStringLiteral("--output")) {
        if (!isOneOf(kEndings, value.right(4))) {
            return usage(
                QStringLiteral("--output: '%1' ends neither in .png nor .svg, .pdf or .csv")
                    .arg(value));
        }
        wish.output = value;
    } else if (name == QStringLiteral("--size")) {
        SOAK_TRY(wish.size, sizeFrom(value));
    } else if (name == QStringLiteral("--scale")) {
        SOAK_TRY(wish.scale, scaleFrom(value));
    } else if (name == QStringLiteral("--theme")) {
        if (!isOneOf(std::array{"light", "dark"}, value)) {
            return usage(QStringLiteral("--theme is light or dark"));
        }
        options.theme = value == QStringLiteral("dark") ? ThemeChoice::Dark : ThemeChoice::Light;
    } else {
        const bool isKnown = std::ranges::any_of(kLanguages, [&](const LanguageName& language) {
            return value == QLatin1String(language.code);
        });
        if (!isKnown) {
            return usage(QStringLiteral("--language is en or ru"));
        }
        options.language = value;
    }
    return Done{};
}

} // namespace

Result<StartOptions> parseStart(const QStringList& words)
{
    constexpr std::array kWithValue{"--render", "--run",      "--output",  "--size",      "--scale",
                                    "--theme",  "--language", "--history", "--compare-as"};
    StartOptions options;
    RenderWish wish;
    bool arePaths = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        const QString name = word.section(QLatin1Char('='), 0, 0);
        if (arePaths || !word.startsWith(QLatin1Char('-'))) {
            options.paths << word;
        } else if (word == QStringLiteral("--")) {
            arePaths = true;
        } else if (word == QStringLiteral("--help") || word == QStringLiteral("-h")) {
            options.wantsHelp = true;
        } else if (word == QStringLiteral("--no-footer")) {
            wish.hasFooter = false;
        } else if (word == QStringLiteral("--version")) {
            options.wantsVersion = true;
        } else if (!isOneOf(kWithValue, name)) {
            return usage(QStringLiteral("unknown option '%1'; see --help").arg(word));
        } else {
            const bool isJoined = word.contains(QLatin1Char('='));
            if (!isJoined && i + 1 == words.size()) {
                return usage(QStringLiteral("%1 needs a value").arg(name));
            }
            const QString value = isJoined ? word.section(QLatin1Char('='), 1) : words[++i];
            SOAK_CHECK(takeOption(name, value, options, wish));
        }
    }
    if (!wish.view.isEmpty()) {
        if (wish.runs.isEmpty() || wish.output.isEmpty()) {
            return usage(QStringLiteral("--render needs --run and --output"));
        }
        const bool isComparison = wish.view == QStringLiteral("compare");
        if (isComparison != (wish.runs.size() > 1)) {
            return usage(isComparison
                             ? QStringLiteral("--render compare needs --run twice or more often, "
                                              "the baseline first")
                             : QStringLiteral("--render %1 is of one --run").arg(wish.view));
        }
        if (!isComparison && !wish.compareAs.isEmpty()) {
            return usage(QStringLiteral("--compare-as goes with --render compare"));
        }
        if (wish.runs.size() > Selection::kMostShown) {
            return usage(QStringLiteral("--render compare draws at most %1 runs")
                             .arg(Selection::kMostShown));
        }
        if (wish.view == QStringLiteral("window") && wish.output.endsWith(QStringLiteral(".csv"))) {
            return usage(QStringLiteral("--render window makes a picture; a table is of one view"));
        }
        options.render = wish;
    } else if (!wish.runs.isEmpty() || !wish.output.isEmpty() || !wish.compareAs.isEmpty()) {
        return usage(QStringLiteral("--run, --output and --compare-as go with --render"));
    }
    return options;
}

QString startHelp()
{
    return QStringLiteral(
        "soak-workbench - see, understand and run soaks\n\n"
        "Usage: soak-workbench [OPTIONS] [PATH ...]\n\n"
        "PATH is a run directory, a folder above one, or a workspace (.soakws).\n\n"
        "Options:\n"
        "  --render VIEW               write a picture instead of showing a window: overview,\n"
        "                              iterations, overrides, guards, reports, compare, history,\n"
        "                              release, window\n"
        "  --run PATH                  the run of the picture; of compare again for each further\n"
        "                              run, the baseline first\n"
        "  --compare-as FORM           of compare: overlaid, side-by-side, difference,\n"
        "                              distributions, relations, table, arms\n"
        "  --output FILE               where it goes: .png, .svg, .pdf, or .csv for its numbers\n"
        "  --size WxH                  its size (default: 1440x900)\n"
        "  --scale N                   of a PNG: N times the pixels, at N times 96 dpi\n"
        "  --history URL|FILE          the remembered runs (default: history.db in the data home)\n"
        "  --no-footer                 without the line of title, run and version under it\n"
        "  --theme light|dark          the look (default: as chosen before)\n"
        "  --language en|ru            the language (default: as chosen before)\n"
        "  --version                   print the version\n"
        "  -h, --help                  show this help\n\n"
        "A picture is made without a display. The time in a PDF is that of the run's last\n"
        "iteration, or SOURCE_DATE_EPOCH: the same run gives the same bytes.\n\n"
        "Exit codes: 0 done, 2 usage, 3 bad or missing run, 5 output cannot be written,\n"
        "70 a bug.\n");
}

} // namespace soak::ui
