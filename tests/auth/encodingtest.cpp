// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/formencoding.h"
#include "auth/randomtoken.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <cctype>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

QJsonObject jsonFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

const QString ownRows = QStringLiteral(RELINK_TEST_DATA "/auth/encoding.json");
const QString vectors = QStringLiteral(RELINK_SHARED_DIR "/data/oauth-vectors/vectors.json");

void addFormRows(const QString &origin, const QJsonArray &rows)
{
    for (const QJsonValue &row : rows) {
        const QByteArray in = row["in"_L1].toString().toUtf8();
        QTest::addRow("%s: %s", qPrintable(origin), in.constData())
            << in << row["out"_L1].toString().toUtf8();
    }
}

} // namespace

class EncodingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formEncoding_data()
    {
        QTest::addColumn<QByteArray>("in");
        QTest::addColumn<QByteArray>("out");
        const QJsonArray own = jsonFile(ownRows)["form"_L1].toArray();
        QVERIFY(!own.isEmpty());
        addFormRows(u"own"_s, own);
        addFormRows(u"vectors"_s, jsonFile(vectors)["form_urlencode"_L1].toArray());
    }
    void formEncoding()
    {
        QFETCH(const QByteArray, in);
        QFETCH(const QByteArray, out);
        QCOMPARE(formEncoded(in), out);
    }

    void everyByteSurvivesTheForm()
    {
        QByteArray all;
        for (int byte = 0; byte < 256; ++byte)
            all += char(byte);
        const QByteArray encoded = formEncoded(all);
        for (const char c : encoded)
            QVERIFY(QByteArray("%+-._~*").contains(c) || std::isalnum(static_cast<uchar>(c)));
        QCOMPARE(QByteArray::fromPercentEncoding(QByteArray(encoded).replace('+', ' ')), all);
    }

    void challengesAreS256()
    {
        // RFC 7636 appendix B.
        QCOMPARE(codeChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
                 QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
        const QJsonArray rows = jsonFile(vectors)["pkce_s256"_L1].toArray();
        if (rows.isEmpty())
            QSKIP("the shared OAuth vectors are not there");
        for (const QJsonValue &row : rows)
            QCOMPARE(codeChallenge(row["verifier"_L1].toString().toLatin1()),
                     row["challenge"_L1].toString().toLatin1());
    }

    void randomTokensAreLongAndNeverRepeat()
    {
        QSet<QByteArray> seen;
        QSet<char> letters;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray token = randomToken();
            QCOMPARE(token.size(), 43); // 256 bits in base64url
            for (const char c : token) {
                QVERIFY(std::isalnum(static_cast<uchar>(c)) || c == '-' || c == '_');
                letters.insert(c);
            }
            seen.insert(token);
        }
        QCOMPARE(seen.size(), 1000);
        QCOMPARE(letters.size(), 64);
    }
};

RELINK_TEST(EncodingTest)
#include "encodingtest.moc"
