// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/target.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace relink::fuzz {

namespace {

constexpr qsizetype longest = 64 * 1024;

//! Processor time, so that other programs are nobody's fault. With the sanitizers the slowest
//! takes three; what is meant is a reader that takes the square of the length.
constexpr double longestSeconds = 10;

//! Some inputs are read as often as 64 KiB hold them: that is where squares show.
QByteArray grown(const QByteArray &input)
{
    const bool grows = !input.isEmpty() && choice(input, 64) == 7;
    return grows ? input.repeated(longest / input.size()) : input;
}

} // namespace

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "NOT SO: %s\n", what);
    std::abort();
}

qsizetype choice(const QByteArray &input, qsizetype count)
{
    return count < 1 ? 0 : qChecksum(input) % count;
}

} // namespace relink::fuzz

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    // What is read once is nobody's time.
    relink::fuzz::read({});
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray given(reinterpret_cast<const char *>(data), qsizetype(size));
    const QByteArray input = relink::fuzz::grown(given);
    const std::clock_t start = std::clock();
    relink::fuzz::read(input);
    const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
    relink::fuzz::require(seconds < relink::fuzz::longestSeconds, "read in good time");
    return 0;
}
