// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/output_pump.h"

#include "core/base/file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::size_t kPumpChunk = 64UL * 1024;
// The most that a pipe holds unless root raised the limit: all that a killed child can have left in
// it.
constexpr std::size_t kMaxLeft = 1024UL * 1024;

Error notWritable(const fs::path& path)
{
    return Error{Errc::NotWritable, "cannot write: " + errnoText(errno), pathText(path)};
}

} // namespace

Result<OutputPump::Stream> OutputPump::openStream(const fs::path& path, std::uint64_t maxBytes)
{
    Stream stream;
    stream.path = path;
    stream.left = maxBytes;
    if (path.empty()) {
        stream.writer =
            Descriptor(retryInterrupted([] { return ::open("/dev/null", O_WRONLY | O_CLOEXEC); }));
        if (!stream.writer.isOpen()) {
            return Error{Errc::Environment, "cannot open: " + errnoText(errno), "/dev/null"};
        }
        return stream;
    }
    constexpr int kFlags =
        O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
    stream.file = Descriptor(retryInterrupted([&] { return ::open(path.c_str(), kFlags, 0644); }));
    if (!stream.file.isOpen()) {
        return notWritable(path);
    }
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return Error{Errc::Environment, "cannot make a pipe: " + errnoText(errno), pathText(path)};
    }
    stream.reader = Descriptor(ends[0]);
    stream.writer = Descriptor(ends[1]);
    ::fcntl(stream.reader.get(), F_SETFL,
            O_NONBLOCK); // our end alone: programs expect a blocking stdout
    return stream;
}

Result<OutputPump> OutputPump::open(const fs::path& output, const fs::path& error,
                                    std::uint64_t maxBytes)
{
    OutputPump pump;
    SOAK_TRY(pump.m_streams[0], openStream(output, maxBytes));
    pump.m_shared = !output.empty() && output == error;
    if (!pump.m_shared) {
        SOAK_TRY(pump.m_streams[1], openStream(error, maxBytes));
    }
    return pump;
}

void OutputPump::closeWriters()
{
    for (Stream& stream : m_streams) {
        stream.writer.close();
    }
}

void OutputPump::addTo(std::vector<pollfd>& polled) const
{
    for (const Stream& stream : m_streams) {
        if (stream.reader.isOpen()) {
            polled.push_back({stream.reader.get(), POLLIN, 0});
        }
    }
}

void OutputPump::pump(int pipe)
{
    for (Stream& stream : m_streams) {
        if (stream.reader.isOpen() && stream.reader.get() == pipe) {
            take(stream);
        }
    }
}

bool OutputPump::take(Stream& stream)
{
    std::array<char, kPumpChunk> buffer; // NOLINT: read() fills it
    const ssize_t count =
        retryInterrupted([&] { return ::read(stream.reader.get(), buffer.data(), buffer.size()); });
    if (count > 0) {
        store(stream, std::string_view(buffer.data(), static_cast<std::size_t>(count)));
        return true;
    }
    if (count == 0 || errno != EAGAIN) {
        stream.reader.close();
    }
    return false;
}

void OutputPump::store(Stream& stream, std::string_view bytes)
{
    const auto kept = static_cast<std::size_t>(std::min<std::uint64_t>(stream.left, bytes.size()));
    m_cut = m_cut || kept < bytes.size();
    stream.left -= kept;
    bytes = bytes.substr(0, kept);
    while (!bytes.empty() && stream.file.isOpen()) {
        const ssize_t written = retryInterrupted(
            [&] { return ::write(stream.file.get(), bytes.data(), bytes.size()); });
        if (written < 0) {
            m_failure = notWritable(stream.path);
            stream.file.close(); // the pipe is emptied further, into nothing
            return;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

Result<bool> OutputPump::finish()
{
    for (Stream& stream : m_streams) {
        for (std::size_t taken = 0; taken <= kMaxLeft && stream.reader.isOpen() && take(stream);
             taken += kPumpChunk) {
        }
        stream.reader.close();
        if (stream.file.close() != 0 && !m_failure) {
            m_failure = notWritable(stream.path);
        }
    }
    if (m_failure) {
        return *m_failure;
    }
    return m_cut;
}

} // namespace soak
