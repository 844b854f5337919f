// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

// read_packs FOLDER: what every pack of the folder costs, read as a shipped one and checked as a
// merchant's own one is. Prints both sums and the dearest of each.

#include "core/rules/parsepack.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>

#include <cstdio>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

class Cost
{
public:
    explicit Cost(const char *what)
        : m_what(what)
    {}
    void add(const QString &name, qint64 nanoseconds)
    {
        m_sum += nanoseconds;
        if (nanoseconds < m_most)
            return;
        m_most = nanoseconds;
        m_dearest = name;
    }
    void print(qsizetype packs) const
    {
        std::printf("%s: %lld packs in %.1f ms, at most %.1f ms for one (%s)\n", m_what,
                    static_cast<long long>(packs), double(m_sum) / 1e6, double(m_most) / 1e6,
                    qPrintable(m_dearest));
    }

private:
    const char *m_what;
    qint64 m_sum = 0;
    qint64 m_most = 0;
    QString m_dearest;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QDir folder(QCoreApplication::arguments().value(1));
    const QStringList names = folder.entryList({u"*.json"_s}, QDir::Files);
    Cost reading("read");
    Cost checking("read and checked");
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const QByteArray json = file.readAll();
        QElapsedTimer timer;
        timer.start();
        const bool read = readShippedPack(json).has_value();
        reading.add(name, timer.nsecsElapsed());
        timer.start();
        const bool checked = parseProviderPack(json, false).ok();
        checking.add(name, timer.nsecsElapsed());
        if (!read || !checked)
            std::printf("%s is no pack\n", qPrintable(name));
    }
    reading.print(names.size());
    checking.print(names.size());
    return names.isEmpty() ? 1 : 0;
}
