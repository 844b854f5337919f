// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"

#include "http/server.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace relink;
using namespace Qt::StringLiterals;

using Fields = QList<std::pair<QString, QString>>;

class FormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void decodesThirdPartyVectors();
};

void FormTest::decodes_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::addColumn<Fields>("expected");
    QFile file(QStringLiteral(RELINK_TEST_DATA "/http/forms.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray forms = QJsonDocument::fromJson(file.readAll())["forms"_L1].toArray();
    QVERIFY(!forms.isEmpty());
    for (const QJsonValue &row : forms) {
        Fields fields;
        const QJsonArray out = row["out"_L1].toArray();
        for (const QJsonValue &pair : out)
            fields.append({pair[0].toString(), pair[1].toString()});
        const QByteArray in = row["in"_L1].toString().toUtf8();
        QTest::newRow(in.isEmpty() ? "empty" : in.constData()) << in << fields;
    }
}

void FormTest::decodes()
{
    QFETCH(QByteArray, encoded);
    QFETCH(Fields, expected);
    QCOMPARE(http::decodeForm(encoded), expected);
}

void FormTest::decodesThirdPartyVectors()
{
    QFile file(QStringLiteral(RELINK_SHARED_DIR "/data/oauth-vectors/vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the third-party vectors are not here");
    const QJsonObject vectors = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray forms = vectors["form_urlencode"_L1].toArray();
    QVERIFY(!forms.isEmpty());
    for (const QJsonValue &row : forms) {
        const QByteArray encoded = "k=" + row["out"_L1].toString().toUtf8();
        QCOMPARE(http::decodeForm(encoded), Fields({{u"k"_s, row["in"_L1].toString()}}));
    }
}

RELINK_TEST(FormTest)

#include "testform.moc"
