// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of changes to a bundle by somebody without a key, each of which has to be found: bytes,
// cuts, entries added, removed, renamed, reordered, swapped, headers of tar and gzip.
#include "core/release/gzip_stream.h"
#include "tests/release/release_support.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace soak
{

namespace
{

struct Entry {
    std::string path;
    std::string data;
};

class Tamperer final
{
public:
    Tamperer()
    {
        const BundleOutcome made = bundleOf(mockRun(m_folder.path(), 36), m_folder / "dist");
        m_root = made.facts.name;
        m_mtime = made.facts.mtime;
        m_archive = bytesOf(made.archive);
        for (const auto& [path, bytes] : contentsOf(made.folder)) {
            m_entries.push_back({path, bytes});
        }
        m_tar = tarBytes(m_entries);
    }

    // What was done, and the archive after it.
    std::pair<std::string, std::string> tamper(std::uint32_t seed)
    {
        m_random.seed(seed);
        switch (seed % 8) {
        case 0:
        case 1:
            return changedByte();
        case 2:
            return cut();
        case 3:
            return changedTarByte();
        case 4:
            return changedContent();
        default:
            return changedEntries();
        }
    }

    void expectFound(std::uint32_t first, std::uint32_t count)
    {
        const TempDir scratch;
        EXPECT_FALSE(hasFailed(verified(m_archive, scratch))) << "untouched";
        std::size_t found = 0;
        for (std::uint32_t seed = first; seed < first + count; ++seed) {
            const auto [what, bytes] = tamper(seed);
            ASSERT_TRUE(bytes != m_archive) << "seed " << seed << " changed nothing: " << what;
            const BundleVerification verification = verified(bytes, scratch);
            const BundleCheck* failure = firstFailure(verification);
            ASSERT_NE(failure, nullptr) << "seed " << seed << " was not found: " << what;
            EXPECT_FALSE(failure->reason.empty()) << what;
            ++found;
        }
        EXPECT_EQ(found, count);
        EXPECT_EQ(contentsOf(scratch.path()).size(), 1U) << "verify left something behind";
    }

private:
    using Told = std::pair<std::string, std::string>;

    std::size_t below(std::size_t limit)
    {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(m_random);
    }

    char anotherByte(char byte)
    {
        return static_cast<char>(byte ^ static_cast<char>(1 + below(255)));
    }

    std::string tarBytes(const std::vector<Entry>& entries) const
    {
        std::string tar;
        for (const Entry& entry : entries) {
            const TarHeader header =
                tarHeader(m_root + "/" + entry.path, entry.data.size(), m_mtime);
            tar.append(header.data(), header.size());
            tar += entry.data;
            tar += tarPadding(entry.data.size());
        }
        return tar + std::string(tarEnd());
    }

    Told changedByte()
    {
        std::string bytes = m_archive;
        // Half of them where format and not content is: header, trailer.
        const bool atEdge = below(2) == 0;
        const std::size_t edge = below(kGzipHeaderBytes + kGzipTrailerBytes);
        const std::size_t at = !atEdge ? below(bytes.size())
                               : edge < kGzipHeaderBytes
                                   ? edge
                                   : bytes.size() - 1 - (edge - kGzipHeaderBytes);
        bytes[at] = anotherByte(bytes[at]);
        return {"byte " + std::to_string(at) + " of the archive", bytes};
    }

    Told cut()
    {
        const std::size_t size = below(m_archive.size());
        if (below(3) == 0) {
            return {"bytes added", m_archive + m_archive.substr(0, size + 1)};
        }
        return {"cut to " + std::to_string(size), m_archive.substr(0, size)};
    }

    // A header more often than its share.
    Told changedTarByte()
    {
        std::string tar = m_tar;
        std::size_t at = below(tar.size());
        if (below(2) == 0) {
            std::size_t header = 0;
            const std::size_t chosen = below(m_entries.size());
            for (std::size_t i = 0; i < chosen; ++i) {
                const std::size_t size = m_entries[i].data.size();
                header += kTarBlock + size + tarPadding(size).size();
            }
            at = header + below(kTarBlock);
        }
        tar[at] = anotherByte(tar[at]);
        return {"byte " + std::to_string(at) + " of the tar", gzipOf(tar)};
    }

    Told changedContent()
    {
        std::vector<Entry> entries = m_entries;
        Entry* entry = &entries[below(entries.size())];
        const std::size_t at = below(entry->data.size());
        if (below(2) == 0) {
            entry->data[at] = anotherByte(entry->data[at]);
        } else {
            entry->data.erase(at, 1 + below(20));
        }
        return {"content of " + entry->path, gzipOf(tarBytes(entries))};
    }

    Told changedEntries()
    {
        std::vector<Entry> entries = m_entries;
        const std::size_t a = below(entries.size());
        const std::size_t b = (a + 1 + below(entries.size() - 1)) % entries.size();
        std::string what;
        switch (below(5)) {
        case 0:
            what = "removed " + entries[a].path;
            entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(a));
            break;
        case 1:
            what = "renamed " + entries[a].path;
            entries[a].path = "run/ITER_SUMMARY_" + std::to_string(100 + below(900)) + ".json";
            sortEntries(entries);
            break;
        case 2:
            what = "reordered " + entries[a].path + " and " + entries[b].path;
            std::swap(entries[a], entries[b]);
            break;
        case 3:
            what = "swapped the contents of " + entries[a].path + " and " + entries[b].path;
            std::swap(entries[a].data, entries[b].data);
            if (entries[a].data == entries[b].data) { // as the profile and the live overrides are
                entries[a].data += '\n';
            }
            break;
        default:
            what = "added a file";
            entries.push_back(
                {"run/artifacts/failed_" + std::to_string(1 + below(999)) + ".stderr.txt", "x"});
            sortEntries(entries);
            break;
        }
        return {what, gzipOf(tarBytes(entries))};
    }

    static void sortEntries(std::vector<Entry>& entries)
    {
        std::sort(entries.begin(), entries.end(),
                  [](const Entry& x, const Entry& y) { return x.path < y.path; });
    }

    static BundleVerification verified(const std::string& archive, const TempDir& scratch)
    {
        const fs::path path = scratch.write("b.tar.gz", archive);
        VerifyBundleOptions options;
        options.scratch = scratch.path();
        const auto verification = verifyBundle(path, options);
        EXPECT_TRUE(verification) << describe(verification.error());
        return verification ? *verification : BundleVerification{};
    }

    TempDir m_folder;
    std::string m_root;
    std::int64_t m_mtime = 0;
    std::string m_archive;
    std::string m_tar;
    std::vector<Entry> m_entries;
    std::mt19937 m_random;
};

TEST(Tamper, ThreeHundredChangesAreAllFound)
{
    Tamperer().expectFound(1, 300);
}

TEST(LongTamper, TenThousandChangesAreAllFound)
{
    Tamperer().expectFound(1000, 10000);
}

} // namespace

} // namespace soak
