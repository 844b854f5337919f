// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace relink::test {

inline QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Third-party data, which stands beside the project and not in it; empty when it is missing.
inline QString sharedPath(const char *path)
{
    const QString full = QStringLiteral(RELINK_SHARED_DIR "/data/") + QLatin1StringView(path);
    return QFile::exists(full) ? full : QString();
}

//! A JSON file of the project's own rows.
inline QJsonDocument ownRows(const char *path)
{
    return QJsonDocument::fromJson(
        fileContent(QStringLiteral(RELINK_TEST_DATA "/") + QLatin1StringView(path)));
}

//! A row's name that is unique and survives QtTest's eight-bit names.
inline QByteArray rowName(qsizetype index, const QString &text)
{
    return QByteArray::number(index) + ' ' + text.left(60).toUtf8().toPercentEncoding(" /:=?&.,-");
}

} // namespace relink::test

#define RELINK_NEED(path)                                                                          \
    const QString corpus = relink::test::sharedPath(path);                                         \
    if (corpus.isEmpty())                                                                          \
        QSKIP("third-party data " path " is not here");
