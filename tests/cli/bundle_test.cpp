// SPDX-License-Identifier: GPL-3.0-or-later
// `soak bundle` and `soak bundle verify` as people use them, with the real sha256sum and
// ssh-keygen.
#include "tests/cli/shell.h"
#include "tests/support/sanitizer.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

using Json = nlohmann::json;

constexpr const char* kKey = "ssh-keygen -q -t ed25519 -N '' -C release -f key && "
                             "echo \"release@example $(cat key.pub)\" > allowed_signers";

TEST(CliBundle, OfAReadyRunIsMadeAndVerified)
{
    Shell shell;
    const ShellResult result = shell.run(
        std::string(kRun36) + " && soak bundle --src artifacts/soak/latest --out dist/ && "
                              "soak bundle verify dist/soak-bundle-*.tar.gz && soak bundle verify "
                              "dist/soak-bundle-*[0-9]");
    EXPECT_EQ(result.exitCode, 0) << result.out << result.err;
    EXPECT_NE(result.out.find("READY\n"), std::string::npos) << result.out;
    EXPECT_NE(result.out.find("READY, verdict PASS, unsigned\n"), std::string::npos) << result.out;
}

TEST(CliBundle, OfARunThatIsNotReadyIsRefusedWithReasons)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun8).exitCode, 0);
    const ShellResult refused = shell.run("soak bundle artifacts/soak/latest --out dist");
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_NE(refused.out.find("the verdict is FAIL: mean of maker_taker_ratio is 0.68125"),
              std::string::npos)
        << refused.out;
    EXPECT_FALSE(std::filesystem::exists(shell.path("dist")));
    const ShellResult partial =
        shell.run("soak bundle artifacts/soak/latest --out dist --allow-fail --json");
    EXPECT_EQ(partial.exitCode, 0) << partial.err;
    EXPECT_EQ(Json::parse(partial.out).at("result"), "PARTIAL");
    const ShellResult verified = shell.run("soak bundle verify dist/*.tar.gz --json");
    EXPECT_EQ(verified.exitCode, 0);
    EXPECT_EQ(Json::parse(verified.out).at("result"), "PARTIAL");
}

// The commands of the README, taken out of it and run in the folders that it names.
TEST(CliBundle, TheReadmeSaysTheVeryCommands)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    ASSERT_EQ(shell.run(kKey).exitCode, 0);
    ASSERT_EQ(
        shell.run("soak bundle --out dist --sign-key key && cp allowed_signers dist/").exitCode, 0);
    const ShellResult taken = shell.run(
        "cd dist && awk '/^```sh$/{n++; on=1; next} /^```$/{on=0} on{print > (\"../c\" n)}' "
        "soak-bundle-*/README.md && cd .. && ls c1 c2 c3");
    ASSERT_EQ(taken.exitCode, 0) << taken.err;
    const ShellResult sums = shell.run("cd dist/soak-bundle-*[0-9] && sh -e ../../c1");
    EXPECT_EQ(sums.exitCode, 0) << sums.err;
    EXPECT_NE(sums.out.find("attestation.json.sig: OK"), std::string::npos);
    const ShellResult signature = shell.run("cd dist/soak-bundle-*[0-9] && sh -e ../../c2");
    EXPECT_EQ(signature.exitCode, 0) << signature.err;
    EXPECT_NE(signature.out.find("Good \"soak-bundle\" signature for release@example"),
              std::string::npos)
        << signature.out;
    const ShellResult verified = shell.run("cd dist && sh -e ../c3");
    EXPECT_EQ(verified.exitCode, 0) << verified.out << verified.err;

    ASSERT_EQ(shell.run("cd dist/soak-bundle-*[0-9] && echo >> CHANGELOG.md").exitCode, 0);
    EXPECT_NE(shell.run("cd dist/soak-bundle-*[0-9] && sh -e ../../c1").exitCode, 0);
    ASSERT_EQ(shell.run("cd dist/soak-bundle-*[0-9] && echo >> attestation.json").exitCode, 0);
    EXPECT_NE(shell.run("cd dist/soak-bundle-*[0-9] && sh -e ../../c2").exitCode, 0);
    EXPECT_EQ(shell.run("soak bundle verify dist/soak-bundle-*[0-9]").exitCode, 4);
}

TEST(CliBundle, SignerAndPolicyDecideTheExitCode)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    ASSERT_EQ(shell.run(kKey).exitCode, 0);
    ASSERT_EQ(shell
                  .run("ssh-keygen -q -t ed25519 -N '' -f other && echo \"x $(cat other.pub)\" > "
                       "others")
                  .exitCode,
              0);
    ASSERT_EQ(
        shell.run("soak bundle --out unsigned && soak bundle --out dist --sign-key key").exitCode,
        0);
    EXPECT_EQ(shell.run("soak bundle verify unsigned/*.tar.gz").exitCode, 0);
    EXPECT_EQ(shell.run("soak bundle verify unsigned/*.tar.gz --require-signature").exitCode, 4);
    EXPECT_EQ(shell.run("soak bundle verify unsigned/*.tar.gz --allowed-signers allowed_signers")
                  .exitCode,
              4);
    EXPECT_EQ(shell.run("soak bundle verify dist/*.tar.gz --require-signature").exitCode, 0);
    EXPECT_EQ(
        shell.run("soak bundle verify dist/*.tar.gz --allowed-signers allowed_signers").exitCode,
        0);
    const ShellResult stranger =
        shell.run("soak bundle verify dist/*.tar.gz --allowed-signers others");
    EXPECT_EQ(stranger.exitCode, 4);
    EXPECT_NE(stranger.out.find("signed by a key that is not on your list"), std::string::npos);
    EXPECT_EQ(stranger.out.find("bad signature"), std::string::npos);
    EXPECT_EQ(shell.run("soak bundle verify dist/*.tar.gz --allowed-signers nowhere").exitCode, 3);
}

TEST(CliBundle, KeyAndListMayBeSettings)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    ASSERT_EQ(shell.run(kKey).exitCode, 0);
    shell.write(".soak.toml",
                "[bundle]\nsign-key = \"key\"\nallowed-signers = \"allowed_signers\"\n");
    const ShellResult made = shell.run("soak bundle --out dist --json");
    ASSERT_EQ(made.exitCode, 0) << made.err;
    EXPECT_EQ(Json::parse(made.out).at("signed"), true);
    const ShellResult verified = shell.run("soak bundle verify dist/*.tar.gz --json");
    EXPECT_EQ(verified.exitCode, 0) << verified.out;
    EXPECT_NE(Json::parse(verified.out).at("signer").get<std::string>().find("release@example"),
              std::string::npos);
}

TEST(CliBundle, AnAgentSignsForItsPublicKey)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    ASSERT_EQ(shell.run(kKey).exitCode, 0);
    const ShellResult made = shell.run(
        "eval \"$(ssh-agent -a ./agent)\" >/dev/null; ssh-add -q key; rm key; "
        "soak bundle --out dist --sign-key key.pub; code=$?; ssh-agent -k >/dev/null; exit $code");
    EXPECT_EQ(made.exitCode, 0) << made.err;
    EXPECT_EQ(
        shell.run("soak bundle verify dist/*.tar.gz --allowed-signers allowed_signers").exitCode,
        0);
}

TEST(CliBundle, IsTheSameByteForByteWhereverItIsMade)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    ASSERT_EQ(shell.run("soak bundle --out one --json").exitCode, 0);
    ASSERT_EQ(shell
                  .run("mkdir -p 'a b/c' && cp -r artifacts 'a b/c/' && cd 'a b/c' && umask 077 && "
                       "TZ=America/New_York LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=5 "
                       "soak bundle artifacts/soak/latest --out two")
                  .exitCode,
              0);
    const ShellResult same =
        shell.run("cmp one/*.tar.gz 'a b/c/two'/*.tar.gz && "
                  "diff -r one/soak-bundle-*[0-9] 'a b/c/two'/soak-bundle-*[0-9] "
                  "&& echo same");
    EXPECT_EQ(same.out, "same\n") << same.err;
}

TEST(CliBundle, ADryRunWritesNothingAndOneThatIsThereIsKept)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    const ShellResult planned = shell.run("soak bundle --out dist --dry-run");
    EXPECT_EQ(planned.exitCode, 0);
    EXPECT_NE(planned.out.find("  run/ITER_SUMMARY_36.json\n"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(shell.path("dist")));
    EXPECT_EQ(shell.run("soak bundle --out dist").exitCode, 0);
    EXPECT_EQ(shell.run("soak bundle --out dist").exitCode, 5);
    EXPECT_EQ(shell.run("soak bundle --out dist --force").exitCode, 0);
}

TEST(CliBundle, OtherVerbsReadTheRunInIt)
{
    Shell shell;
    ASSERT_EQ(shell.run(kRun36).exitCode, 0);
    ASSERT_EQ(shell.run("soak bundle --out dist").exitCode, 0);
    EXPECT_EQ(shell.run("soak gate dist/soak-bundle-*[0-9]").exitCode, 0);
    EXPECT_EQ(shell.run("soak reproduce dist/soak-bundle-*[0-9]").exitCode, 0);
    const ShellResult again = shell.run("soak bundle dist/soak-bundle-*[0-9] --out again && "
                                        "cmp dist/*.tar.gz again/*.tar.gz && echo same");
    EXPECT_NE(again.out.find("same\n"), std::string::npos) << again.err;
    EXPECT_EQ(shell.run("soak gate dist/*.tar.gz").exitCode, 3);
}

struct HostileArchive {
    const char* name;
    const char* make;   // python: `add(...)` entries, or writes a.tar.gz itself
    const char* reason; // in what verify prints
};

void PrintTo(const HostileArchive& archive, std::ostream* out)
{
    *out << archive.name;
}

class CliHostileArchive : public testing::TestWithParam<HostileArchive>
{
};

constexpr const char* kMaker = R"(
import zlib
R = b"soak-bundle-RUN_1760000000000/"
def header(name, size=0, type=b"0", link=b""):
    h = bytearray(512)
    def put(at, text):
        h[at:at + len(text)] = text
    put(0, name)
    put(100, b"0000644\0" + b"0000000\0" * 2 + b"%011o\0" % size + b"00000000000\0" + b" " * 8)
    put(156, type)
    put(157, link)
    put(257, b"ustar\0" + b"00")
    put(148, b"%06o\0 " % sum(h))
    return bytes(h)
entries = []
def add(name, data=b"", **more):
    entries.append(header(name, len(data), **more) + data + bytes(-len(data) % 512))
def write(deflated, crc, size):
    with open("a.tar.gz", "wb") as f:
        f.write(b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + deflated)
        f.write(crc.to_bytes(4, "little") + (size & 0xffffffff).to_bytes(4, "little"))
def finish():
    raw = b"".join(entries) + bytes(1024)
    z = zlib.compressobj(6, zlib.DEFLATED, -15)
    write(z.compress(raw) + z.flush(), zlib.crc32(raw), len(raw))
# Deflate of zeros that can be repeated: a full flush forgets what came before.
def zeros(z, size):
    z.flush(zlib.Z_FULL_FLUSH)
    return z.compress(bytes(size)) + z.flush(zlib.Z_FULL_FLUSH)
)";

TEST_P(CliHostileArchive, IsRefusedQuicklyAndWritesNothing)
{
    Shell shell;
    shell.write("in/make.py", std::string(kMaker) + GetParam().make);
    const ShellResult made = shell.run("cd in && python3 make.py");
    ASSERT_EQ(made.exitCode, 0) << made.err;
    ASSERT_EQ(shell.run("mkdir tmp").exitCode, 0);
    const std::string listing = "find . -printf '%p %y %s\\n' | sort";
    const std::string before = shell.run(listing).out;
    shell.set("TMPDIR", shell.path("tmp"));
    ShellUse use;
    const ShellResult result = shell.runMeasured("soak bundle verify in/a.tar.gz", use);
    EXPECT_EQ(result.exitCode, 4) << result.out << result.err;
    EXPECT_NE(result.out.find(GetParam().reason), std::string::npos) << result.out;
    if (!kIsSanitized) {
        EXPECT_LT(use.seconds, 2) << "processor " << use.cpuSeconds;
        EXPECT_LT(use.peakKibibytes, 300 * 1024);
    }
    EXPECT_EQ(shell.run(listing).out, before);
}

INSTANTIATE_TEST_SUITE_P(
    Archives, CliHostileArchive,
    testing::Values(
        HostileArchive{"Traversal", "add(R + b'../../../escaped', b'x')\nfinish()",
                       "leads out of the bundle"},
        HostileArchive{"TraversalFromTheRoot", "add(b'../escaped', b'x')\nfinish()",
                       "leads out of the bundle"},
        HostileArchive{"Absolute", "add(b'/tmp/escaped', b'x')\nfinish()", "is absolute"},
        HostileArchive{"SymbolicLink",
                       "add(R + b'README.md', type=b'2', link=b'/etc/passwd')\nfinish()",
                       "is a symbolic link"},
        HostileArchive{"HardLink",
                       "add(R + b'README.md', type=b'1', link=b'/etc/passwd')\nfinish()",
                       "is a hard link"},
        HostileArchive{"Device", "add(R + b'README.md', type=b'3')\nfinish()", "is a device"},
        HostileArchive{"Fifo", "add(R + b'README.md', type=b'6')\nfinish()", "is a FIFO"},
        HostileArchive{"LinkAfterAGoodFile",
                       "add(R + b'README.md', b'x')\n"
                       "add(R + b'run', type=b'2', link=b'/tmp')\n"
                       "add(R + b'run/RUN.json', b'x')\nfinish()",
                       "is a symbolic link"},
        HostileArchive{"NotUtf8", "add(R + b'a\\xff', b'x')\nfinish()", "is not UTF-8"},
        HostileArchive{"CaseColliding",
                       "add(R + b'README.md', b'x')\nadd(R + b'readme.md', b'y')\nfinish()",
                       "differs from another name in case only"},
        HostileArchive{"Twice",
                       "add(R + b'README.md', b'x')\nadd(R + b'README.md', b'y')\nfinish()",
                       "is there twice"},
        // 10 GiB of zeros in one file, whose header says as much as a header can.
        HostileArchive{"BombInOneFile", R"(
z = zlib.compressobj(9, zlib.DEFLATED, -15)
head = z.compress(header(R + b"README.md", (8 << 30) - 1))
head += z.flush(zlib.Z_FULL_FLUSH)
write(head + zeros(z, 1 << 20) * (10 << 10) + z.flush(), 0, 0x7fffffff))",
                       "larger than the limit"},
        // The same in files that are each small enough.
        HostileArchive{"BombInManyFiles", R"(
z = zlib.compressobj(9, zlib.DEFLATED, -15)
size = 32 << 20
body = zeros(z, 1 << 20) * 32
parts = []
for i in range(320):
    head = z.compress(header(R + b"run/ITER_SUMMARY_%d.json" % (10000 + i), size))
    parts.append(head + z.flush(zlib.Z_FULL_FLUSH) + body)
write(b"".join(parts) + z.flush(), 0, 0x7fffffff))",
                       "expands more than 250 times"},
        // And said by the archive itself.
        HostileArchive{"BombThatSaysSo", "write(b'', 0, 0xffffffff)", "expands to more than"},
        // Those after the first 210 000, all alike, are never looked at.
        HostileArchive{"MillionEntries", R"(
z = zlib.compressobj(1, zlib.DEFLATED, -15)
name = R + b"run/ITER_SUMMARY_%d.json"
parts = [z.compress(header(name % i)) for i in range(100000, 310000)]
parts.append(z.flush(zlib.Z_FULL_FLUSH))
same = z.compress(header(name % 310000) * 1000) + z.flush(zlib.Z_FULL_FLUSH)
write(b"".join(parts) + same * 790 + z.flush(), 0, 512 * 1000000 + 1024))",
                       "more than 200000 files"}),
    [](const testing::TestParamInfo<HostileArchive>& which) { return which.param.name; });

} // namespace
} // namespace soak
