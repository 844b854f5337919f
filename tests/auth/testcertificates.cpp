// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/testcertificates.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace relink::test {

TestCertificates::TestCertificates()
{
    // `openssl ca` is the one command of 3.0 that can date a certificate into the past.
    write(u"ca.cnf"_s, R"([ca]
default_ca = own
[own]
dir = .
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
[req]
distinguished_name = dn
prompt = no
[dn]
CN = Relink test
[v3_ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
)");
    write(u"index.txt"_s, {});
    write(u"serial"_s, "01\n");
    run({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-config"_s, u"ca.cnf"_s,
         u"-extensions"_s, u"v3_ca"_s, u"-subj"_s, u"/CN=Relink test authority"_s, u"-days"_s,
         u"2"_s, u"-keyout"_s, u"ca.key"_s, u"-out"_s, u"ca.pem"_s});
}

QSslConfiguration TestCertificates::trusting() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificates(QSslCertificate::fromPath(path(u"ca.pem"_s)));
    return configuration;
}

QSslConfiguration TestCertificates::server(const QString &name, int fromDay, int toDay)
{
    const QString stem = u"server%1"_s.arg(++m_count);
    const QDateTime today = QDateTime::currentDateTimeUtc();
    const auto day
        = [&today](int offset) { return today.addDays(offset).toString(u"yyMMddhhmmss'Z'"_s); };
    run({u"req"_s, u"-new"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-config"_s, u"ca.cnf"_s,
         u"-subj"_s, u"/CN=Relink test server"_s, u"-addext"_s,
         QString(u"subjectAltName="_s + name), u"-keyout"_s, QString(stem + u".key"_s), u"-out"_s,
         QString(stem + u".csr"_s)})
        && run({u"ca"_s, u"-batch"_s, u"-config"_s, u"ca.cnf"_s, u"-cert"_s, u"ca.pem"_s,
                u"-keyfile"_s, u"ca.key"_s, u"-in"_s, QString(stem + u".csr"_s), u"-out"_s,
                QString(stem + u".pem"_s), u"-notext"_s, u"-startdate"_s, day(fromDay),
                u"-enddate"_s, day(toDay)});
    return load(stem);
}

QSslConfiguration TestCertificates::selfSigned(const QString &name)
{
    const QString stem = u"server%1"_s.arg(++m_count);
    run({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-config"_s, u"ca.cnf"_s,
         u"-subj"_s, u"/CN=Self"_s, u"-addext"_s, QString(u"subjectAltName="_s + name), u"-days"_s,
         u"2"_s, u"-keyout"_s, QString(stem + u".key"_s), u"-out"_s, QString(stem + u".pem"_s)});
    return load(stem);
}

bool TestCertificates::run(const QStringList &arguments)
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_directory.path());
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(u"openssl"_s, arguments);
    if (openssl.waitForFinished(20000) && openssl.exitCode() == 0)
        return true;
    if (m_problem.isEmpty())
        m_problem = u"openssl %1: %2 %3"_s.arg(arguments.first(), openssl.errorString(),
                                               QString::fromUtf8(openssl.readAll()));
    return false;
}

void TestCertificates::write(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
}

QSslConfiguration TestCertificates::load(const QString &stem) const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // of the client, which shows none
    configuration.setLocalCertificate(
        QSslCertificate::fromPath(path(QString(stem + u".pem"_s))).value(0));
    QFile key(path(QString(stem + u".key"_s)));
    if (key.open(QIODevice::ReadOnly))
        configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    return configuration;
}

} // namespace relink::test
