// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslConfiguration>
#include <QTemporaryDir>

namespace relink::test {

//! Certificates made by the openssl command when a test runs: an authority of our own and what
//! it signs.
class TestCertificates
{
public:
    TestCertificates();

    //! Empty when all is well, else why there are none.
    const QString &problem() const { return m_problem; }
    //! The system's authorities and ours.
    QSslConfiguration trusting() const;
    //! For a server. `name` is the subject's alternative name, e.g. `IP:127.0.0.1`; the days are
    //! relative to today.
    QSslConfiguration server(const QString &name, int fromDay, int toDay);
    QSslConfiguration selfSigned(const QString &name);

private:
    bool run(const QStringList &arguments);
    QString path(const QString &name) const { return m_directory.filePath(name); }
    void write(const QString &name, const QByteArray &text) const;
    QSslConfiguration load(const QString &stem) const;

    QTemporaryDir m_directory;
    QString m_problem;
    int m_count = 0;
};

} // namespace relink::test
