// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"

#include "tests/support/test_data.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <span>
#include <vector>

namespace soak
{
namespace
{

constexpr std::size_t kContextLines = 2;
constexpr std::size_t kMostLines = 60;

GoldenMode goldenMode = GoldenMode::Compare;

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

void appendLines(std::string& out, char mark, std::span<const std::string_view> lines,
                 std::size_t firstNumber)
{
    for (std::size_t i = 0; i < std::min(lines.size(), kMostLines / 2); ++i) {
        const std::string_view line = lines[i];
        out += std::string(1, mark) + std::to_string(firstNumber + i) + ": ";
        out += line.ends_with('\n') ? std::string(line) : std::string(line) + "<no newline>\n";
    }
    if (lines.size() > kMostLines / 2) {
        out += "  (" + std::to_string(lines.size() - kMostLines / 2) + " lines more)\n";
    }
}

testing::AssertionResult writeGolden(const std::filesystem::path& path, std::string_view text)
{
    std::error_code ignored;
    std::filesystem::create_directories(path.parent_path(), ignored);
    std::ofstream file(path, std::ios::binary);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (!file) {
        return testing::AssertionFailure() << "cannot write " << path;
    }
    return testing::AssertionSuccess();
}

} // namespace

void setGoldenMode(GoldenMode mode)
{
    goldenMode = mode;
}

testing::AssertionResult matchesGolden(std::string_view relative, std::string_view actual)
{
    const std::filesystem::path path = goldenPath(relative);
    if (goldenMode == GoldenMode::Update) {
        return writeGolden(path, actual);
    }
    if (!std::filesystem::exists(path)) {
        return testing::AssertionFailure()
               << "no golden file tests/golden/" << relative
               << "; the test program writes it with --update. The text was:\n"
               << differingLines("", actual);
    }
    const std::string expected = bytesOf(path);
    if (expected == actual) {
        return testing::AssertionSuccess();
    }
    return testing::AssertionFailure()
           << "differs from tests/golden/" << relative << " (- golden, + now):\n"
           << differingLines(expected, actual);
}

std::string differingLines(std::string_view expected, std::string_view actual)
{
    if (expected == actual) {
        return "";
    }
    const std::vector<std::string_view> before = linesOf(expected);
    const std::vector<std::string_view> after = linesOf(actual);
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = 0;
    while (head < shorter && before[head] == after[head]) {
        ++head;
    }
    std::size_t tail = 0;
    while (tail < shorter - head &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
        ++tail;
    }
    const std::span old(before);
    const std::span now(after);
    const std::size_t context = std::min(head, kContextLines);
    const std::size_t following = std::min(tail, kContextLines);
    std::string out;
    appendLines(out, ' ', now.subspan(head - context, context), head - context + 1);
    appendLines(out, '-', old.subspan(head, old.size() - tail - head), head + 1);
    appendLines(out, '+', now.subspan(head, now.size() - tail - head), head + 1);
    appendLines(out, ' ', now.subspan(now.size() - tail, following), now.size() - tail + 1);
    return out;
}

} // namespace soak
