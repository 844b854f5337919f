// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

namespace relink::test {

namespace {

struct Entry
{
    const char *name;
    std::function<std::unique_ptr<QObject>()> make;
};

QList<Entry> &entries()
{
    static QList<Entry> list;
    return list;
}

} // namespace

Registration::Registration(const char *name, std::function<std::unique_ptr<QObject>()> make)
{
    entries().append({name, std::move(make)});
}

int runAll(const QStringList &arguments)
{
#ifndef Q_OS_WIN
    // A program under test may end before it has read all it was given. QtTest would take the
    // signal for a crash; where it is ignored beforehand, QtTest leaves it so, and QProcess gives
    // it back to the programs it starts.
    std::signal(SIGPIPE, SIG_IGN);
#endif
    const QString wanted = arguments.value(1);
    int failures = 0;
    int ran = 0;
    for (const Entry &entry : entries()) {
        QStringList forTest {arguments.value(0)};
        if (!wanted.isEmpty()) {
            if (wanted.section(QLatin1Char(':'), 0, 0) != QLatin1StringView(entry.name))
                continue;
            forTest
                += wanted.section(QLatin1Char(':'), 1).split(QLatin1Char(':'), Qt::SkipEmptyParts);
            forTest += arguments.mid(2);
        }
        ++ran;
        const std::unique_ptr<QObject> object = entry.make();
        if (QTest::qExec(object.get(), forTest) != 0) {
            ++failures;
            std::fprintf(stderr, "FAILED: %s\n", entry.name);
        }
    }
    if (ran == 0)
        std::fprintf(stderr, "no test class of that name\n");
    return failures == 0 && ran > 0 ? 0 : 1;
}

} // namespace relink::test
