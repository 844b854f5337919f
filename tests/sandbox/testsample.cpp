// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/builtinpacks.h"
#include "sandbox/sample.h"
#include "support/testmain.h"

#include <QRegularExpression>
#include <QSet>

using namespace relink;
using namespace relink::sandbox;
using namespace relink::test;
using namespace Qt::StringLiterals;

class SandboxSampleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormOfAPackHasASample();
    void whatIsMadeFits_data();
    void whatIsMadeFits();
    void nothingIsMadeOfNonsense_data();
    void nothingIsMadeOfNonsense();
    void randomOnesDiffer();
};

void SandboxSampleTest::everyFormOfAPackHasASample()
{
    QSet<QString> forms;
    for (const ProviderPack &pack : builtInPacks()) {
        for (const AuthMethod &method : pack.authMethods) {
            for (const InputField &field : method.inputs)
                forms.insert(field.pattern);
            for (const auto &captures :
                 {method.callbackCaptures, method.tokenCaptures, method.accountCall.captures}) {
                for (const Capture &capture : captures)
                    forms.insert(capture.pattern);
            }
        }
    }
    forms.remove(QString());
    QVERIFY(forms.size() > 10);
    for (const QString &form : std::as_const(forms)) {
        QVERIFY2(sampleOf(form), qPrintable(form));
        QVERIFY2(sampleOf(form, Filling::Random), qPrintable(form));
    }
}

void SandboxSampleTest::whatIsMadeFits_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern : {"[a-z]{3}", "a|b", "(?:us|eu)[0-9]{1,2}", "x+y*z?", "[^a-z]{4}",
                                "\\d{8}-\\w+", "sq0idp-[\\w-]{22}", "a{x}", "(?i)abc", "[]a]+",
                                "A\\.B\\{C\\}", "(a(b(c)))", "https://[a-z.]+/?", "."}) {
        QTest::newRow(pattern) << QString::fromLatin1(pattern);
    }
}

void SandboxSampleTest::whatIsMadeFits()
{
    QFETCH(QString, pattern);
    const QRegularExpression whole(QRegularExpression::anchoredPattern(pattern));
    for (const Filling filling : {Filling::Fixed, Filling::Random}) {
        const auto text = sampleOf(pattern, filling);
        QVERIFY(text.has_value());
        QVERIFY2(whole.match(*text).hasMatch(), qPrintable(*text));
    }
    QCOMPARE(sampleOf(pattern), sampleOf(pattern));
}

void SandboxSampleTest::nothingIsMadeOfNonsense_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern : {"(", "[", "a{2", "(?=b)a", "((a{1000}){1000}){1000}"})
        QTest::newRow(pattern) << QString::fromLatin1(pattern);
}

void SandboxSampleTest::nothingIsMadeOfNonsense()
{
    QFETCH(QString, pattern);
    const auto text = sampleOf(pattern);
    const QRegularExpression whole(QRegularExpression::anchoredPattern(pattern));
    QVERIFY(!text || whole.match(*text).hasMatch());
}

void SandboxSampleTest::randomOnesDiffer()
{
    QSet<QString> seen;
    for (int i = 0; i < 50; ++i)
        seen.insert(sampleOf(u"[a-z0-9]{20,}"_s, Filling::Random).value_or(QString()));
    QCOMPARE(seen.size(), 50);
}

RELINK_TEST(SandboxSampleTest)

#include "testsample.moc"
