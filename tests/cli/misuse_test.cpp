// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when somebody gets it wrong, or the machine is against them: exit code and first
// line of stderr.
#include "tests/cli/shell.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

struct Misuse {
    const char* name;
    const char* line; // run by sh in an empty folder
    int exitCode;
    const char* firstError; // of stderr; a leading ~ means "contains"
};

void PrintTo(const Misuse& misuse, std::ostream* out)
{
    *out << misuse.line;
}

class CliMisuse : public testing::TestWithParam<Misuse>
{
};

TEST_P(CliMisuse, IsRefusedWithCodeAndReason)
{
    const Misuse& misuse = GetParam();
    Shell shell;
    const ShellResult result = shell.run(misuse.line);
    EXPECT_FALSE(result.timedOut);
    EXPECT_EQ(result.exitCode, misuse.exitCode) << result.err;
    const std::string expected = misuse.firstError;
    if (expected.starts_with("~")) {
        EXPECT_NE(result.firstErrorLine().find(expected.substr(1)), std::string::npos)
            << result.err;
    } else {
        EXPECT_EQ(result.firstErrorLine(), expected);
    }
    EXPECT_EQ(result.err.find("terminate called"), std::string::npos);
    EXPECT_EQ(result.err.find("bug of ours"), std::string::npos);
    EXPECT_EQ(result.err.find("Sanitizer"), std::string::npos) << result.err;
}

std::string nameOfMisuse(const testing::TestParamInfo<Misuse>& which)
{
    return which.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Words, CliMisuse,
    testing::Values(
        Misuse{"NoCommand", "soak", 2, "soak: no command; see `soak --help`"},
        Misuse{"UnknownCommand", "soak frobnicate", 2,
               "soak: no command 'frobnicate'; see `soak --help`"},
        Misuse{"NearCommand", "soak ver", 2, "soak: no command 'ver'; did you mean `soak verify`?"},
        Misuse{"EmptyCommand", "soak ''", 2, "soak: no command ''; see `soak --help`"},
        Misuse{"UnknownTopOption", "soak --frobnicate", 2,
               "soak: unknown option '--frobnicate'; see `soak --help`"},
        Misuse{"OnlyDashes", "soak --", 2, "soak: no command; see `soak --help`"},
        Misuse{"EscapeInCommand", "soak \"$(printf 'a\\033[31mb')\"", 2, "~no command 'a"},
        Misuse{"BundleWithoutOut", "soak bundle x", 2,
               "soak: say with --out where the bundle goes"},
        Misuse{"BundleVerifyOfNothing", "soak bundle verify", 2,
               "soak: say which bundle: soak bundle verify FILE.tar.gz or FOLDER"},
        Misuse{"BundleVerifyWithAnOptionOfMaking", "soak bundle verify x --force", 2,
               "soak: --force: is no option of `soak bundle verify`"},
        Misuse{"BundleVerifyOfWhatIsNotThere", "soak bundle verify x.tar.gz", 3,
               "soak: x.tar.gz: no such file"},
        Misuse{"CompareOfOne", "soak compare a", 2, "~at least two runs"},
        Misuse{"UnknownOption", "soak run --mock --frobnicate", 2, "~--frobnicate"},
        Misuse{"AbbreviatedOption", "soak run --mock --iter 8", 2, "~--iter"},
        Misuse{"LaterFlagHours", "soak run --mock --hours", 2, "soak: --hours is not built yet"},
        Misuse{"LaterFlagCompare", "soak gate --compare", 2, "soak: --compare is not built yet"},
        Misuse{"HelpOfNothing", "soak help nothing", 2,
               "soak: no command 'nothing'; see `soak --help`"},
        Misuse{"TooManyRuns", "soak verify a b", 2,
               "soak: one argument too many: 'b'; see `soak verify --help`"},
        Misuse{"TwoWaysToNameARun", "soak verify a --path b", 2,
               "soak: two runs are given, 'a' and 'b'; give one"},
        Misuse{"EmptyPath", "soak show ''", 2, "soak: the path of the run is empty"},
        Misuse{"DiffNeedsTwo", "soak diff a", 2, "soak: B is missing; see `soak diff --help`"},
        Misuse{"OptionTwice", "soak gate --profile a --profile b", 2,
               "soak: --profile is given 2 times; give it once"},
        Misuse{"OptionWithoutValue", "soak run --mock --iterations", 2, "~--iterations"},
        Misuse{"CompletionOfWhat", "soak completion", 2,
               "soak: SHELL is missing; see `soak completion --help`"},
        Misuse{"CompletionOfTcsh", "soak completion tcsh", 2,
               "soak: no completion for 'tcsh'; there is bash, zsh and fish"},
        Misuse{"ConfigOfWhat", "soak config frob", 2,
               "soak: 'frob' is none of show, gates, profiles, presets, parameters, paths, schema"},
        Misuse{"BadColor", "soak version --color=blue", 2,
               "soak: --color: 'blue' is none of auto, always, never"}),
    nameOfMisuse);

INSTANTIATE_TEST_SUITE_P(
    RunWords, CliMisuse,
    testing::Values(
        Misuse{"NoEngine", "soak run", 2,
               "soak: say what measures: --mock, --engine sim, --engine scripted --script FILE, "
               "--engine replay --replay RUN, or --engine command -- PROGRAM"},
        Misuse{"TwoEngines", "soak run --mock --engine scripted --script x", 2,
               "soak: --mock and --engine scripted contradict each other"},
        Misuse{"ReplayOfNothing", "soak run --engine replay", 2,
               "soak: engine replay needs --replay RUN"},
        Misuse{"NoSuchScenario", "soak run --engine sim --scenario Calm", 2,
               "soak: --scenario: 'Calm' is none of calm, volatile, trending, latency_storm, thin, "
               "news, fee_change, outage, busy, jumpy"},
        Misuse{"ScenarioOfControlCharacters",
               "soak run --engine sim --scenario \"$(printf "
               "'a\\033[31mb')\"",
               2, "~is none of calm, volatile"},
        Misuse{"EmptyScenario", "soak run --engine sim --scenario ''", 2,
               "~'' is none of calm, volatile"},
        Misuse{"ScenarioOfAnotherEngine", "soak run --mock --scenario calm", 2,
               "soak: --scenario is for engine sim only"},
        Misuse{"ScenarioWithResume", "soak run --resume --scenario calm", 2,
               "soak: --scenario does not go with --resume: the run goes on as its RUN.json says"},
        Misuse{"NoHashOfACommit", "soak run --mock --commit HEAD", 2,
               "soak: --commit: 'HEAD' is not the hash of a commit: 7 to 64 hexadecimal digits"},
        Misuse{"CommitOfAResumedRun", "soak run --resume --commit 1234567", 2,
               "soak: --commit does not go with --resume: the run goes on as its RUN.json says"},
        Misuse{"ZeroIterations", "soak run --mock --iterations 0", 2,
               "~--iterations: '0' is not within 1 to"},
        Misuse{"NegativeIterations", "soak run --mock --iterations=-3", 2,
               "~--iterations: '-3' is not within 1 to"},
        Misuse{"HugeIterations", "soak run --mock --iterations 99999999999999999999", 2,
               "~is not a whole number"},
        Misuse{"WordyIterations", "soak run --mock --iterations eight", 2,
               "soak: --iterations: 'eight' is not a whole number"},
        Misuse{"FractionalSeed", "soak run --mock --seed 1.5", 2,
               "soak: --seed: '1.5' is not a whole number"},
        Misuse{"ScriptWithMock", "soak run --mock --script x.json", 2,
               "soak: --script is for engine scripted only"},
        Misuse{"ScriptedWithoutScript", "soak run --engine scripted", 2,
               "soak: engine scripted needs --script FILE"},
        Misuse{"ScriptIsNotThere", "soak run --engine scripted --script no.json", 3, "~no.json"},
        Misuse{"CommandWithoutProgram", "soak run --engine command", 2,
               "soak: engine command needs a program: `-- PROGRAM [ARGUMENT ...]`"},
        Misuse{"ProgramWithoutCommand", "soak run --mock -- ./bot", 2,
               "soak: words after -- are for engine command only"},
        Misuse{"ProgramIsNotThere", "soak run --engine command --iterations 2 -- ./no-such-bot", 6,
               "~no-such-bot"},
        Misuse{"TimeLimitWithMock", "soak run --mock --time-limit 5", 2,
               "soak: --time-limit is for engine command only"},
        Misuse{"OutWithIsolated", "soak run --mock --out x --run-isolated", 2,
               "soak: --out is the run directory itself; it goes neither with --run-isolated nor "
               "with --base"},
        Misuse{"PartialWithoutIsolated", "soak run --mock --materialize-partial", 2,
               "soak: --materialize-partial goes with --run-isolated only"},
        Misuse{"UnknownProfile", "soak run --mock --profile nice", 2,
               "soak: --profile: no profile 'nice'; see `soak config profiles`"},
        Misuse{"PresetIsNoProfile", "soak run --mock --profile maker_bias_uplift_v1", 2,
               "soak: --profile: no profile 'maker_bias_uplift_v1'; see `soak config profiles`"},
        Misuse{"UnknownPreset", "soak run --mock --preset nice", 2,
               "soak: --preset: no preset 'nice'; see `soak config presets`"},
        Misuse{"UnknownGateProfile", "soak run --mock --gate-profile nice", 2,
               "~no gate profile 'nice'"},
        Misuse{"SetWithoutValue", "soak run --mock --set tail_age_ms", 2,
               "soak: --set: 'tail_age_ms' is not KEY=VALUE"},
        Misuse{"SetWords", "soak run --mock --set tail_age_ms=old", 2,
               "soak: --set: 'tail_age_ms=old' has no number after ="},
        Misuse{"SetUnknown", "soak run --mock --set frob=1", 2, "~frob"},
        Misuse{"SetOutsideSafe", "soak run --mock --set tail_age_ms=30", 3, "~tail_age_ms"},
        Misuse{"TunerOption", "soak run --mock --tuner-option speed=fast", 2,
               "soak: --tuner-option: 'speed=fast' is none of normalise=true|false, "
               "velocity=range|count|hourly"},
        Misuse{"OverridesAreNotThere", "soak run --mock --overrides no.json", 3, "~no.json"},
        Misuse{"OverridesAreNoJson", "echo hello > o.json; soak run --mock --overrides o.json", 3,
               "~o.json"},
        Misuse{"BadSleep", "SOAK_SLEEP_SECONDS=soon soak run --mock", 2, "~SOAK_SLEEP_SECONDS"},
        Misuse{"NegativeSleep", "SOAK_SLEEP_SECONDS=-1 soak run --mock", 2, "~SOAK_SLEEP_SECONDS"},
        Misuse{"BadEnvironmentOverrides", "MM_RUNTIME_OVERRIDES_JSON='{' soak run --mock", 3,
               "~MM_RUNTIME_OVERRIDES_JSON"},
        Misuse{"ResumeOfNothing", "soak run --resume", 3, "~RUN.json"},
        Misuse{
            "ResumeWithOptions", "soak run --resume --iterations 8", 2,
            "soak: --iterations does not go with --resume: the run goes on as its RUN.json says"}),
    nameOfMisuse);

INSTANTIATE_TEST_SUITE_P(
    Inputs, CliMisuse,
    testing::Values(
        Misuse{"NoRunToVerify", "soak verify", 3, "~artifacts/soak/latest"},
        Misuse{"NoRunToShow", "soak show nowhere", 3, "~nowhere"},
        Misuse{"NoRunToGate", "mkdir d; soak gate d", 3, "~d"},
        Misuse{"NoRunForMetrics", "mkdir d; soak metrics --path d", 3, "~d"},
        Misuse{"RunIsAFile", "echo x > f; soak report --src f --out o", 3, "~f"},
        Misuse{"RunIsADevice", "soak show /dev/null", 3, "~/dev/null"},
        Misuse{"ReproduceForeign",
               "mkdir d; echo '{\"iteration\":1,\"summary\":{}}' > d/ITER_SUMMARY_1.json; soak "
               "reproduce d",
               3, "~RUN.json"},
        Misuse{"OnlyBrokenFiles", "mkdir d; echo '{' > d/ITER_SUMMARY_1.json; soak show d", 3,
               "~ITER_SUMMARY_1.json"},
        Misuse{"GateProfileMissing", "soak gate --profile ./no.json", 3, "~no.json"},
        Misuse{"GateProfileUnknown", "soak gate --profile nice", 2, "~no gate profile 'nice'"},
        Misuse{"GateProfileBroken", "echo '{\"gates\":5}' > p.json; soak gate --profile p.json", 3,
               "~p.json"},
        Misuse{"BadThreshold", "soak verify --threshold 2", 2,
               "soak: --threshold: the threshold is a ratio, 0 to 1"},
        Misuse{"NanThreshold", "soak verify --threshold nan", 2,
               "soak: --threshold: 'nan' is not a number"},
        Misuse{"CsvWithJson", "soak show --csv --json", 2,
               "soak: --csv stands alone; leave out --json, --iteration and --why"},
        Misuse{"RangeWithoutCsv", "soak show --range 1-2", 2,
               "soak: --range and --columns go with --csv"},
        Misuse{"TwoRanges", "soak show --from 1 --to 3 --range 1-2", 2,
               "soak: --from and --to stand without --range"},
        Misuse{"NotesOfColumns", "soak show --notes n.soakws --columns x", 2,
               "soak: --notes stands alone; leave out --columns"},
        Misuse{"BadRange", "soak show --csv --range 5-2", 2,
               "soak: '5-2' is no range of iterations; write it as 12-20"},
        Misuse{"DiffIteration", "soak diff d@x d@2", 2,
               "soak: d@x: what follows @ is not the number of an iteration"},
        Misuse{"BadFreezeTime", "MM_FREEZE_UTC_ISO=yesterday soak report --src d --out o", 3, "~d"},
        Misuse{"SettingsNoToml", "echo '= 5' > .soak.toml; soak show", 3, "~.soak.toml:1"},
        Misuse{"SettingsUnknownKey", "printf '[run]\\nfrob = 1\\n' > .soak.toml; soak show", 3,
               "soak: .soak.toml:2: unknown setting 'frob'; see `soak config show`"},
        Misuse{"SettingsBadValue", "printf '[run]\\niterations = 0\\n' > .soak.toml; soak show", 3,
               "~.soak.toml:2"},
        Misuse{"SettingsVariable", "SOAK_RUN_ITERATIONS=x soak show", 2, "~SOAK_RUN_ITERATIONS"}),
    nameOfMisuse);

class CliMachine : public CliMisuse
{
};

// Root writes anywhere, so what is about permissions is tried by another user.
TEST_P(CliMachine, IsRefusedWithCodeAndReason)
{
    const Misuse& misuse = GetParam();
    Shell shell;
    const ShellResult result = shell.run(std::string(kRun8) + " && " + misuse.line);
    EXPECT_FALSE(result.timedOut);
    EXPECT_EQ(result.exitCode, misuse.exitCode) << result.err;
    const std::string expected = misuse.firstError;
    if (expected.empty()) {
        EXPECT_EQ(result.err, "");
    } else if (expected.starts_with("~")) {
        EXPECT_NE(result.firstErrorLine().find(expected.substr(1)), std::string::npos)
            << result.err;
    } else {
        EXPECT_EQ(result.firstErrorLine(), expected);
    }
    EXPECT_EQ(result.err.find("terminate called"), std::string::npos);
    EXPECT_EQ(result.err.find("Sanitizer"), std::string::npos) << result.err;
}

INSTANTIATE_TEST_SUITE_P(
    Machine, CliMachine,
    testing::Values(
        Misuse{"ClosedStdout", "soak show >&-", 5,
               "soak: standard output: cannot write the result: bad file descriptor"},
        Misuse{"ClosedStderr", "soak show nowhere 2>&-", 3, ""},
        Misuse{"ClosedStdin", "soak show <&- >/dev/null", 0, ""},
        Misuse{"AllClosed", "soak version <&- >&- 2>&-", 5, ""},
        Misuse{"FullStdout", "soak show >/dev/full", 5,
               "soak: standard output: cannot write the result: no space left on device"},
        Misuse{"FullHelp", "soak --help >/dev/full", 5,
               "soak: standard output: cannot write the result: no space left on device"},
        Misuse{"BrokenPipe", "soak show --csv | true", 0, ""},
        Misuse{"UnknownColumn", "soak show --csv --columns frob", 3,
               "soak: columns: no metric and no parameter of the run is 'frob'"},
        Misuse{"ReportOntoAFile", "echo x > f; soak report --out f", 5, "~f"},
        Misuse{"ReportBelowAFile", "echo x > f; soak report --out f/g", 5, "~f"},
        Misuse{"MetricsIntoNowhere", "soak metrics --output no/such/folder/m.prom", 5,
               "~no/such/folder"},
        Misuse{"GateFileIntoNowhere", "soak gate --out no/v.json", 5, "~no"},
        Misuse{"RunOntoAFile", "echo x > f; soak run --mock --out f", 5, "~f"},
        Misuse{"RunIntoForeignFolder",
               "mkdir d; echo hi > d/novel.txt; soak run --mock --iterations 2 --out d", 5, "~d"},
        Misuse{"RunIntoDev", "soak run --mock --iterations 2 --out /proc/soak", 5, "~/proc"},
        Misuse{"NoHome", "env -u HOME soak show >/dev/null", 0, ""},
        Misuse{"EmptyEnvironment", "S=$(command -v soak); env -i $S show >/dev/null", 0, ""},
        Misuse{"RussianLocale", "LC_ALL=ru_RU.UTF-8 soak gate >/dev/null", 1, ""},
        Misuse{"GermanNumbers",
               "LC_ALL=de_DE.UTF-8 soak verify --strict --threshold 0.95 >/dev/null", 0, ""},
        Misuse{"UnknownLocale", "LC_ALL=xx_XX soak show >/dev/null", 0, ""},
        Misuse{"OtherTimeZone", "TZ=Pacific/Kiritimati soak show >/dev/null", 0, ""},
        Misuse{"BadTimeZone", "TZ=:/etc/passwd soak show >/dev/null", 0, ""},
        Misuse{"NoTerm", "env -u TERM soak show >/dev/null", 0, ""},
        Misuse{"IterationNotThere", "soak show --iteration 9", 3, "~9"},
        Misuse{"DiffIterationNotThere", "soak diff @1 @99", 3, "~99"},
        Misuse{"DiffFound", "soak diff --exit-code @1 @8 >/dev/null", 1, ""},
        Misuse{"DiffNone", "soak diff --exit-code @8 @8 >/dev/null", 0, ""},
        Misuse{"ReadOnlyFolder",
               "chmod 777 . && chmod -R a+rX . && mkdir ro && chmod 555 ro && "
               "setpriv --reuid=65534 --regid=65534 --clear-groups soak report --out ro/x",
               5, "~ro"},
        Misuse{"UnreadableRun",
               "chmod 777 . && chmod 000 artifacts && setpriv --reuid=65534 --regid=65534 "
               "--clear-groups soak show artifacts",
               3, "~artifacts"},
        Misuse{"RunTwiceAtOnce",
               "mkfifo started go; soak run --engine command --iterations 1 --out d -- "
               "sh -c 'echo > started; cat go; exit 1' >/dev/null 2>&1 & "
               "cat started >/dev/null; soak run --mock --iterations 1 --out d; code=$?; echo > "
               "go; wait; exit $code",
               5, "~d"},
        Misuse{"GateIntoTheRun", "soak gate --out artifacts/soak/latest/soak/latest/RUN_END.json",
               2,
               "soak: artifacts/soak/latest/soak/latest/RUN_END.json: lies in the run itself, "
               "which is "
               "only read; choose another place"},
        Misuse{"MetricsIntoTheRun",
               "ln -s artifacts/soak/latest/soak/latest x; soak metrics --output "
               "x/ITER_SUMMARY_9.json",
               2, "~lies in the run itself"},
        Misuse{"VerifyIntoTheRun", "soak verify --out artifacts/soak/latest/soak/latest/new", 2,
               "~lies in the run itself"},
        Misuse{"SummaryOntoAFolder", "soak gate --github-summary /tmp", 5, "~/tmp"},
        Misuse{
            "RunWithABadTime",
            "MM_FREEZE_UTC_ISO=yesterday soak run --mock --iterations 3; code=$?; "
            "[ -e artifacts/soak/latest/soak/latest/ITER_SUMMARY_8.json ] || exit 99; exit $code",
            2, "~MM_FREEZE_UTC_ISO"},
        Misuse{"WarmupPresetAlone", "soak run --mock --warmup-preset nope", 2,
               "soak: --warmup-preset goes with --warmup only"},
        Misuse{"ReportRunItself",
               "soak run --mock --iterations 2 --out d >/dev/null; soak report d", 2,
               "soak: d: say with --out where the reports go; they are not written into the run "
               "itself"}),
    nameOfMisuse);

} // namespace
} // namespace soak
