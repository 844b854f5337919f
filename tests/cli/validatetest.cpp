// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "core/corpus.h"
#include "core/packs.h"
#include "support/testmain.h"

#include <QDir>

using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

bool write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

//! The small pack with one of its members changed; the first way's with `inMethod`.
QByteArray spoilt(const QString &key, const QJsonValue &value, bool inMethod = false)
{
    QJsonObject pack = smallPack();
    if (!inMethod) {
        pack.insert(key, value);
        return toJson(pack);
    }
    QJsonArray methods = pack[u"auth_methods"_s].toArray();
    QJsonObject method = methods.first().toObject();
    method.insert(key, value);
    methods.replace(0, method);
    pack.insert(u"auth_methods"_s, methods);
    return toJson(pack);
}

} // namespace

//! `relink providers validate`: each refusal with its file, JSON path and reason.
class ValidateTest : public QObject
{
    Q_OBJECT

    Bench m_bench;
    QTemporaryDir m_folder;

private Q_SLOTS:
    void eachRefusalNamesFilePathAndReason()
    {
        struct Row
        {
            QString file;
            QByteArray json;
            QString path;
        };
        const QString m = u"$.auth_methods[0]."_s;
        QJsonObject rule = smallPack()[u"errors"_s][0].toObject();
        rule.remove(u"examples"_s);
        const QJsonObject behind = QJsonDocument::fromJson(ruleBehindAnother).object();
        const QList<Row> rows {
            {u"unknown-key"_s, spoilt(u"colour"_s, u"red"_s), u"$.colour"_s},
            {u"impossible"_s, spoilt(u"key_input"_s, u"client_secret"_s, true),
             QString(m % u"key_input"_s)},
            {u"unreachable"_s,
             spoilt(u"errors"_s, QJsonArray {smallPack()[u"errors"_s][0], behind}),
             u"$.errors[1]"_s},
            {u"http"_s, spoilt(u"token_endpoint"_s, u"http://shop.example.com/token"_s, true),
             QString(m % u"token_endpoint"_s)},
            {u"homograph"_s, spoilt(u"token_endpoint"_s, u"https://pаypal.com/token"_s, true),
             QString(m % u"token_endpoint"_s)},
            {u"overridden"_s,
             spoilt(u"authorization_parameters"_s, QJsonObject {{u"redirect_uri"_s, u"x"_s}}, true),
             QString(m % u"authorization_parameters.redirect_uri"_s)},
            {u"no-example"_s, spoilt(u"errors"_s, QJsonArray {rule}), u"$.errors[0].examples"_s},
            {u"misprint"_s, spoilt(u"sources"_s, QJsonArray {u"https://api.acme.con/x"_s}),
             u"$.sources[0]"_s},
            {u"to-come"_s, spoilt(u"checked"_s, u"2199-01-31"_s), u"$.checked"_s},
            {u"lookalike"_s, spoilt(u"name"_s, u"X E R 0"_s), u"$.name"_s},
            {u"traversal"_s, spoilt(u"id"_s, u"../../x"_s), u"$.id"_s},
            {u"not-json"_s, "{", u"$"_s},
        };
        QStringList command {u"--json"_s, u"providers"_s, u"validate"_s};
        for (const Row &row : rows) {
            const QString file = m_folder.filePath(row.file + u".json"_s);
            QVERIFY(write(file, row.json));
            command += file;
        }
        const QString sound = m_folder.filePath(u"sound.json"_s);
        QVERIFY(write(sound, toJson(smallPack())));
        command += sound;
        const Run run = m_bench.run(command);
        QVERIFY2(run.exitCode == 3, run.told());
        const QJsonArray results = run.json()[u"results"_s].toArray();
        QCOMPARE(results.size(), rows.size() + 1);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonValue result = results.at(i);
            QVERIFY(!result[u"ok"_s].toBool());
            QVERIFY(result[u"id"_s].toString().endsWith(rows[i].file + u".json"_s));
            const QString text = result[u"text"_s].toString();
            const qsizetype at = text.indexOf(QString(rows[i].path % u": "_s));
            QVERIFY2(at >= 0, qPrintable(text));
            QVERIFY(text.size() > at + rows[i].path.size() + 10);
        }
        QVERIFY(results.last()[u"ok"_s].toBool());
        QCOMPARE(results.last()[u"id"_s].toString(), u"shop"_s);
        QCOMPARE(m_bench.run({u"providers"_s, u"validate"_s, sound}).exitCode, 0);
    }

    void whatCannotBeReadIsTold()
    {
        const QString large = m_folder.filePath(u"large.json"_s);
        QVERIFY(write(large, QByteArray(300 * 1024, ' ')));
        for (const QString &file : {large, m_folder.path(), m_folder.filePath(u"none.json"_s)}) {
            const Run run = m_bench.run({u"providers"_s, u"validate"_s, file});
            QVERIFY2(run.exitCode == 3, run.told());
            QVERIFY2(run.out.contains(QDir(file).dirName().toUtf8()), run.told());
        }
    }

    //! R98: the files of the JSON suite as definitions, each refused, none of them a crash.
    void jsonTestSuite()
    {
        RELINK_NEED("JSONTestSuite")
        QStringList command {u"--json"_s, u"providers"_s, u"validate"_s};
        for (const QString &folder : {u"test_parsing"_s, u"test_transform"_s}) {
            const QDir dir(QString(corpus % u'/' % folder));
            for (const QString &name : dir.entryList({u"*.json"_s}))
                command += dir.filePath(name);
        }
        const Run run = m_bench.run(command);
        QCOMPARE(run.exitCode, 3);
        const QJsonArray results = run.json()[u"results"_s].toArray();
        QVERIFY(results.size() > 300);
        for (const QJsonValue &result : results) {
            QVERIFY2(!result[u"ok"_s].toBool(), qPrintable(result[u"id"_s].toString()));
            QVERIFY(!result[u"text"_s].toString().isEmpty());
        }
    }

    //! R98: what is refused is not added, and nothing is written outside the folder.
    void nothingRefusedIsAdded()
    {
        const QString file = m_folder.filePath(u"evil.json"_s);
        for (const char *id : {"../../x", "..", "con", "a/b", "xero"}) {
            QVERIFY(write(file, spoilt(u"id"_s, QLatin1StringView(id))));
            const Run run = m_bench.run({u"providers"_s, u"add"_s, file});
            QVERIFY2(run.exitCode == 3, run.told());
            QVERIFY2(run.out.contains("$.id"), run.told());
        }
        QDir up(m_bench.profile());
        QVERIFY(!up.exists(u"x.json"_s));
        QVERIFY(!QFile::exists(QDir(m_bench.profile()).filePath(u"../x.json"_s)));
    }
};

RELINK_TEST(ValidateTest)
#include "validatetest.moc"
