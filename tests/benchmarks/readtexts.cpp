// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

// read_texts [ROUNDS]: how long a pasted megabyte takes beside a page, by what it is made of.
// Prints the medians in milliseconds and their ratio, and how long a megabyte of requests takes to
// be judged; the first reading, which compiles the patterns, stands apart.

#include "core/rules/diagnosetext.h"
#include "core/rules/requestlint.h"
#include "support/diagnosecorpus.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

struct Noise
{
    const char *name;
    QString line;
};

//! A log of which no line is like another one.
QString motley(qsizetype length)
{
    static constexpr std::array words {
        u"order",   u"parcel", u"label",  u"printed", u"exported", u"basket", u"customer",
        u"cotton",  u"shirt",  u"paid",   u"token",   u"valid",    u"access", u"stock",
        u"updated", u"batch",  u"synced", u"queue",   u"page",     u"limit",  u"account",
    };
    QString text;
    quint32 state = 4711;
    while (text.size() < length) {
        text += u"2026-03-01T09:15:22Z INFO"_s;
        for (int i = 0; i < 7; ++i) {
            state = state * 1664525u + 1013904223u;
            text += u' ' + words[(state >> 16) % words.size()];
        }
        text += u'\n';
    }
    return text;
}

QString textOf(const QString &line, qsizetype length)
{
    const QString failure
        = u"\nERROR {\"error\":\"invalid_grant\",\"error_description\":\"The refresh token has "
          "expired\"}\n"_s;
    QString text;
    text.reserve(length + failure.size() + line.size());
    while (text.size() < length / 2)
        text += line;
    text += failure;
    while (text.size() < length)
        text += line;
    return text;
}

double milliseconds(const QString &text)
{
    QElapsedTimer timer;
    timer.start();
    const TextAnswer answer = diagnoseText(text, allPacks(), shippedDocumentation());
    const double taken = double(timer.nsecsElapsed()) / 1e6;
    if (answer.reading.diagnosis.errorClass != ErrorClass::ExpiredRefresh)
        std::fprintf(stderr, "read as something else\n");
    return taken;
}

double median(const QString &text, int rounds)
{
    QList<double> taken;
    for (int i = 0; i < rounds; ++i)
        taken += milliseconds(text);
    std::sort(taken.begin(), taken.end());
    return taken.at(taken.size() / 2);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 9;
    const QList<Noise> kinds {
        {"log lines", u"2026-03-01T09:15:22Z INFO [worker] processed order 4711 in 80 ms\n"_s},
        {"failing log",
         u"2026-03-01T09:15:22Z ERROR [worker] order 4711 failed: no stock left\n"_s},
        {"stack frames", u"    at com.example.Worker.run(Worker.java:42)\n"_s},
        {"JSON lines", u"{\"id\":4711,\"sku\":\"A-1\",\"qty\":3,\"note\":\"ok\"}\n"_s},
        {"HTML", u"<div class=\"row\"><span>Order 4711</span></div>\n"_s},
        {"one line", u"lorem ipsum dolor sit amet consetetur sadipscing elitr "_s},
        {"no blanks", u"QWxhZGRpbjpvcGVuIHNlc2FtZQ"_s},
        {"blank lines", u"\n"_s},
        {"quoted blanks", u"> \r\n"_s},
        {"short lines", u"a\n"_s},
        {"motley log", motley(256 * 1024)},
    };
    const QString page = textOf(kinds.first().line, 2000);
    (void)allPacks();
    (void)shippedDocumentation();
    std::printf("first reading of a page %8.2f ms\n", milliseconds(page));
    const double pageTakes = median(page, rounds);
    std::printf("a page                  %8.2f ms\n", pageTakes);
    for (const Noise &noise : kinds) {
        const double taken = median(textOf(noise.line, 1024 * 1024), rounds);
        std::printf("1 MB of %-15s %8.2f ms, %5.1f pages\n", noise.name, taken, taken / pageTakes);
    }
    const QString script
        = textOf(u"requests.get(\"https://shop.example/a?api_key=1\")\n"_s, 1024 * 1024);
    QElapsedTimer timer;
    timer.start();
    (void)lintRequest(script, allPacks());
    std::printf("1 MB of requests        %8.2f ms to be linted\n",
                double(timer.nsecsElapsed()) / 1e6);
    return 0;
}
