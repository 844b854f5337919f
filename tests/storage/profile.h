// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/clock.h"
#include "storage/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QFuture>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace relink::test {

//! A clock that stands still.
class StoppedClock : public Clock
{
public:
    QDateTime now() const override { return QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7), Qt::UTC); }
};

//! The answer of a call, waited for at most a minute while events are handled.
template <typename T>
T await(const QFuture<T> &future)
{
    QTimer wake;
    wake.start(100);
    QElapsedTimer elapsed;
    elapsed.start();
    while (!future.isFinished()) {
        if (elapsed.hasExpired(60'000))
            qFatal("no answer");
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return future.result();
}

//! A profile folder that goes with the test. In memory where that is possible: what a killed
//! process wrote outlives it there as on a disk, and no other program's writes are waited for.
class Profile
{
public:
    QString folder() const { return m_parent.filePath(QStringLiteral("profile")); }
    QString file() const { return folder() + QStringLiteral("/relink.db"); }

    Result<std::unique_ptr<Database>> open(const DatabaseOptions &options = {}) const
    {
        return Database::open(folder(), StoppedClock(), options);
    }
    //! Opened and at the newest version; null (which crashes a test at once) when that failed.
    std::unique_ptr<Database> ready(const DatabaseOptions &options = {}) const
    {
        auto database = open(options);
        const auto done = database ? database.value()->migrate() : Result<Done>(database.error());
        if (!done) {
            qWarning("%s", qPrintable(done.error().description));
            return nullptr;
        }
        return std::move(database).value();
    }

    QByteArray bytes() const { return bytesOf(file()); }
    static QByteArray bytesOf(const QString &path)
    {
        QFile f(path);
        return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
    }
    static bool write(const QString &path, const QByteArray &bytes)
    {
        QFile f(path);
        return f.open(QIODevice::WriteOnly) && f.write(bytes) == bytes.size();
    }

private:
    static QString place()
    {
        const QFileInfo memory(QStringLiteral("/dev/shm"));
        const QString parent = memory.isWritable() ? memory.filePath() : QDir::tempPath();
        return parent + QStringLiteral("/relink-test-XXXXXX");
    }

    QTemporaryDir m_parent {place()};
};

} // namespace relink::test
