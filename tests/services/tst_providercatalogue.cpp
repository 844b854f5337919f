// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/providercatalogue.h"

#include "core/rules/parsepack.h"
#include "core/rules/practicemapping.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace relink;

namespace {

QByteArray packJson(const QString &id, const QString &name = u"My shop"_s)
{
    const QJsonObject key {{u"key"_s, u"api_key"_s}, {u"label"_s, u"Key"_s}, {u"secret"_s, true}};
    const QJsonObject method {{u"id"_s, u"key"_s},
                              {u"label"_s, u"Key"_s},
                              {u"kind"_s, u"api_key"_s},
                              {u"key_input"_s, u"api_key"_s},
                              {u"inputs"_s, QJsonArray {key}}};
    const QJsonObject pack {
        {u"id"_s, id},
        {u"name"_s, name},
        {u"category"_s, u"other"_s},
        {u"monogram"_s, u"M"_s},
        {u"auth_methods"_s, QJsonArray {method}},
        {u"api"_s, QJsonObject {{u"header"_s, u"X-Key"_s}}},
        {u"probe"_s, QJsonObject {{u"url"_s, u"https://api.example.com/me"_s}}},
        {u"revocation"_s,
         QJsonObject {{u"absent_reason"_s, u"none"_s}, {u"menu_path"_s, u"Settings"_s}}},
        {u"sources"_s, QJsonArray {u"documentation"_s}},
        {u"checked"_s, u"2026-01-31"_s},
    };
    return QJsonDocument(pack).toJson();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ProviderCatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
        m_folder = m_dir->filePath(u"config/providers"_s);
    }

    void everyShippedPackIsEmbedded()
    {
        const ProviderCatalogue catalogue(m_folder);
        const QDir source(QStringLiteral(RELINK_SOURCE_DIR "/resources/providers"));
        const QStringList files = source.entryList({u"*.json"_s});
        QVERIFY(files.size() >= 7);
        QCOMPARE(catalogue.ids().size(), files.size());
        for (const QString &file : files) {
            const auto pack = catalogue.pack(file.chopped(5));
            QVERIFY2(pack, qPrintable(file));
            QVERIFY(pack->builtIn);
        }
        QVERIFY(catalogue.problems().isEmpty());
        QVERIFY(!QFileInfo::exists(m_folder));
    }

    //! The index that lists are made from says what the packs say, and a pack read without its
    //! checks is one that passes them.
    void everyShippedPackHasItsFace()
    {
        const ProviderCatalogue catalogue(m_folder);
        QVERIFY(!catalogue.ids().isEmpty());
        for (const QString &id : catalogue.ids()) {
            const QString file = u":/providers/" % id % u".json";
            const auto strict = parseProviderPack(readAll(file), true);
            QVERIFY2(strict.ok(), qPrintable(id));
            const auto pack = catalogue.pack(id);
            QVERIFY2(pack, qPrintable(id));
            QCOMPARE(pack->id, id);
            const auto face = catalogue.face(id);
            QVERIFY2(face, qPrintable(id));
            for (const auto &read : {*pack, *strict}) {
                QCOMPARE(face->name, read.name);
                QCOMPARE(face->category, read.category);
                QCOMPARE(face->monogram, read.monogram);
                QCOMPARE(read.authMethods.size(), pack->authMethods.size());
                QCOMPARE(read.errors.size(), pack->errors.size());
            }
        }
        QVERIFY(!catalogue.face(u"nope"_s));
    }

    void sortedByName()
    {
        const ProviderCatalogue catalogue(m_folder);
        QStringList names;
        for (const QString &id : catalogue.ids())
            names.append(catalogue.pack(id)->name);
        QStringList sorted = names;
        std::sort(sorted.begin(), sorted.end(), [](const QString &a, const QString &b) {
            return a.compare(b, Qt::CaseInsensitive) < 0;
        });
        QCOMPARE(names, sorted);
    }

    void unknownIds()
    {
        const ProviderCatalogue catalogue(m_folder);
        for (const char *id : {"", "nope", "../xero", "xero.json", "/etc/passwd", "XERO"})
            QVERIFY2(!catalogue.pack(QString::fromLatin1(id)), id);
    }

    void addAndRemove()
    {
        ProviderCatalogue catalogue(m_folder);
        const QString file = m_dir->filePath(u"any name.txt"_s);
        const QByteArray json = packJson(u"my_shop"_s);
        write(file, json);
        const auto id = catalogue.add(file);
        QVERIFY(id.ok());
        QCOMPARE(*id, u"my_shop"_s);

        const QFileInfo stored(m_folder + u"/my_shop.json"_s);
        QVERIFY(stored.isFile());
        QCOMPARE(readAll(stored.filePath()), json);
        // R92
        QCOMPARE(
            stored.permissions()
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
        QCOMPARE(QFileInfo(m_folder).permissions()
                     & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther),
                 QFile::Permissions());
        QCOMPARE(QDir(m_folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList {u"my_shop.json"_s});
        QVERIFY(catalogue.ids().contains(u"my_shop"_s));
        QVERIFY(!catalogue.pack(u"my_shop"_s)->builtIn);
        // Another catalogue over the same folder, as after a restart.
        QVERIFY(ProviderCatalogue(m_folder).pack(u"my_shop"_s));

        write(file, packJson(u"my_shop"_s, u"New name"_s));
        QVERIFY(catalogue.add(file).ok());
        QCOMPARE(catalogue.pack(u"my_shop"_s)->name, u"New name"_s);

        QVERIFY(catalogue.remove(u"my_shop"_s).ok());
        QVERIFY(!catalogue.pack(u"my_shop"_s));
        QVERIFY(!stored.exists() || !QFileInfo::exists(stored.filePath()));
        QVERIFY(!catalogue.remove(u"my_shop"_s).ok());
    }

    void builtInIdsAreReserved()
    {
        ProviderCatalogue catalogue(m_folder);
        const QString file = m_dir->filePath(u"x.json"_s);
        write(file, packJson(u"xero"_s));
        const auto id = catalogue.add(file);
        QVERIFY(!id.ok());
        QCOMPARE(id.error().first().path, u"$.id"_s);
        QVERIFY(!catalogue.remove(u"xero"_s).ok());

        // Nor by putting the file there.
        QVERIFY(QDir().mkpath(m_folder));
        write(m_folder + u"/xero.json"_s, packJson(u"xero"_s, u"Evil"_s));
        const ProviderCatalogue fresh(m_folder);
        QCOMPARE(fresh.pack(u"xero"_s)->name, u"Xero"_s);
        QVERIFY(fresh.problems().contains(u"xero.json"_s));
        QCOMPARE(fresh.ids().count(u"xero"_s), 1);
    }

    //! Neither does a name, or what reads like it.
    void builtInNamesAreReserved_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"Xero", "XERO", " Xero ", "Xero.", "ХЕRО", "ХЕГО", "Xer0", "Хero"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void builtInNamesAreReserved()
    {
        QFETCH(QString, name);
        ProviderCatalogue catalogue(m_folder);
        const QString file = m_dir->filePath(u"x.json"_s);
        write(file, packJson(u"books"_s, name));
        const auto read = ProviderCatalogue::read(file);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().first().path, u"$.name"_s);
        const auto added = catalogue.add(file);
        QVERIFY(!added.ok());
        QCOMPARE(added.error().first().path, u"$.name"_s);

        QVERIFY(QDir().mkpath(m_folder));
        write(m_folder + u"/books.json"_s, packJson(u"books"_s, name));
        const ProviderCatalogue fresh(m_folder);
        QVERIFY(!fresh.pack(u"books"_s));
        QVERIFY(fresh.problems().contains(u"books.json"_s));
    }

    //! The file of a built-in pack itself is in order.
    void shippedPacksAreInOrder()
    {
        const QDir source(QStringLiteral(RELINK_SOURCE_DIR "/resources/providers"));
        for (const QString &file : source.entryList({u"*.json"_s})) {
            const auto pack = ProviderCatalogue::read(source.filePath(file), QDate::currentDate());
            QVERIFY2(pack.ok(), qPrintable(file));
        }
    }

    void ownPacksAreTold()
    {
        QVERIFY(QDir().mkpath(m_folder));
        write(m_folder + u"/mine.json"_s, packJson(u"mine"_s));
        write(m_folder + u"/broken.json"_s, "{");
        const ProviderCatalogue catalogue(m_folder);
        QVERIFY(catalogue.isOwn(u"mine"_s));
        QVERIFY(!catalogue.isOwn(u"xero"_s));
        QVERIFY(!catalogue.isOwn(u"broken"_s));
        QVERIFY(!catalogue.isOwn(u"nope"_s));
    }

    //! Told when a pack is brought, not when it is in use: the clock may be wrong.
    void checkedInTheFuture()
    {
        ProviderCatalogue catalogue(m_folder);
        const QString file = m_dir->filePath(u"x.json"_s);
        write(file, packJson(u"mine"_s));
        const QDate before(2025, 12, 24);
        QCOMPARE(ProviderCatalogue::read(file, before).error().first().path, u"$.checked"_s);
        QCOMPARE(catalogue.add(file, before).error().first().path, u"$.checked"_s);
        QVERIFY(catalogue.add(file, QDate(2026, 1, 31)).ok());
        QVERIFY(catalogue.pack(u"mine"_s));
        QVERIFY(catalogue.problems().isEmpty());
    }

    //! R98: nothing is ever written outside the folder.
    void hostileIdsAreNotWritten()
    {
        ProviderCatalogue catalogue(m_folder);
        const QString file = m_dir->filePath(u"x.json"_s);
        for (const char *id : {"../evil", "..", "/tmp/evil", "con", "a/b", "A", ""}) {
            write(file, packJson(QString::fromLatin1(id)));
            QVERIFY2(!catalogue.add(file).ok(), id);
        }
        QVERIFY(!QFileInfo::exists(m_folder));
        for (const char *id : {"../x", "x.json", "/etc/passwd", ""})
            QVERIFY(!catalogue.remove(QString::fromLatin1(id)).ok());
        QVERIFY(QFileInfo::exists(file));
    }

    void brokenPacksAreLeftOutAndTold()
    {
        QVERIFY(QDir().mkpath(m_folder));
        write(m_folder + u"/good.json"_s, packJson(u"good"_s));
        write(m_folder + u"/broken.json"_s, "{");
        write(m_folder + u"/other_name.json"_s, packJson(u"good"_s));
        write(m_folder + u"/big.json"_s, QByteArray(300 * 1024, ' '));
        write(m_folder + u"/CON.json"_s, packJson(u"good"_s));
        write(m_folder + u"/notes.txt"_s, "not looked at");
        const ProviderCatalogue catalogue(m_folder);
        QVERIFY(catalogue.ids().contains(u"good"_s));
        QVERIFY(!catalogue.ids().contains(u"broken"_s));
        QCOMPARE(
            catalogue.problems().keys(),
            QStringList({u"CON.json"_s, u"big.json"_s, u"broken.json"_s, u"other_name.json"_s}));
        for (const auto &problems : catalogue.problems())
            QVERIFY(!problems.first().reason.isEmpty());
    }

    void linksAreNotFollowed()
    {
        QVERIFY(QDir().mkpath(m_folder));
        const QString elsewhere = m_dir->filePath(u"elsewhere.json"_s);
        write(elsewhere, packJson(u"linked"_s));
        QVERIFY(QFile::link(elsewhere, m_folder + u"/linked.json"_s));
        ProviderCatalogue catalogue(m_folder);
        QVERIFY(!catalogue.pack(u"linked"_s));
        QVERIFY(catalogue.problems().contains(u"linked.json"_s));

        // A link in the place of the file to write: what it points to stays as it is.
        const QString victim = m_dir->filePath(u"victim"_s);
        write(victim, "precious");
        QVERIFY(QFile::link(victim, m_folder + u"/mine.json"_s));
        const QString file = m_dir->filePath(u"x.json"_s);
        write(file, packJson(u"mine"_s));
        QVERIFY(!catalogue.add(file).ok());
        QCOMPARE(readAll(victim), QByteArray("precious"));
        // Removing takes the link, not its target.
        QVERIFY(catalogue.remove(u"mine"_s).ok());
        QCOMPARE(readAll(victim), QByteArray("precious"));

        QVERIFY(QFile::link(m_dir->path(), m_dir->filePath(u"folderlink"_s)));
        ProviderCatalogue linked(m_dir->filePath(u"folderlink"_s));
        QVERIFY(!linked.add(file).ok());
    }

    void onlyFilesAreRead()
    {
        QVERIFY(!ProviderCatalogue::read(m_dir->path()).ok());
        QVERIFY(!ProviderCatalogue::read(m_dir->filePath(u"missing"_s)).ok());
        QVERIFY(!ProviderCatalogue::read(u"/dev/zero"_s).ok());
        const QString file = m_dir->filePath(u"x.json"_s);
        write(file, packJson(u"mine"_s));
        const auto pack = ProviderCatalogue::read(file);
        QVERIFY(pack.ok());
        QVERIFY(!QFileInfo::exists(m_folder));
    }

    void unwritableFolderSaysSo()
    {
        const QString file = m_dir->filePath(u"x.json"_s);
        write(file, packJson(u"mine"_s));
        // A file where the folder should be: nobody, root included, can write below it.
        ProviderCatalogue catalogue(file);
        const auto id = catalogue.add(file);
        QVERIFY(!id.ok());
        QVERIFY(!id.error().first().reason.isEmpty());
        QVERIFY(!ProviderCatalogue(QString()).add(file).ok());
    }

    //! Practising calls nothing real, whoever brought the pack.
    void transformIsForEveryPack()
    {
        QVERIFY(QDir().mkpath(m_folder));
        write(m_folder + u"/mine.json"_s, packJson(u"mine"_s));
        const ProviderCatalogue catalogue(m_folder, [](ProviderPack pack) {
            return mapToSandbox(std::move(pack), QUrl(u"http://127.0.0.1:5000"_s));
        });
        QCOMPARE(catalogue.pack(u"xero"_s)->probe.url,
                 u"http://127.0.0.1:5000/xero/api.xero.com/connections"_s);
        QCOMPARE(catalogue.pack(u"mine"_s)->probe.url,
                 u"http://127.0.0.1:5000/mine/api.example.com/me"_s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
};

RELINK_TEST(ProviderCatalogueTest)
#include "tst_providercatalogue.moc"
