// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/storedformat.h"

#include "core/rules/checkresults.h"
#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

AuthMethod method()
{
    InputField shop;
    shop.key = u"shop"_s;
    shop.label = u"Shop"_s;
    InputField secret;
    secret.key = u"client_secret"_s;
    secret.label = u"Client secret"_s;
    secret.secret = true;
    AuthMethod m;
    m.inputs = {shop, secret};
    return m;
}

CheckResult checked(const QString &secret)
{
    Credential credential;
    if (!secret.isEmpty())
        credential.inputs.insert(u"client_secret"_s, SecretBytes(secret.toUtf8()));
    return checkStoredFormat(method(), credential);
}

} // namespace

//! What was copied along into a stored secret, without the secret.
class StoredFormatTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesFieldCharacterAndPlace();
    void whatMayBelongIsOnlyAWarning();
    void cleanAndAbsent();
    void aPrivateKeyHasItsOwnForm();
    void neverTheValue();
};

void StoredFormatTest::namesFieldCharacterAndPlace()
{
    const CheckResult result = checked(u"abc\u00a0 "_s);
    QVERIFY(!result.passed);
    QCOMPARE(toString(result.diagnosis->errorClass), u"credential_format"_s);
    QCOMPARE(result.values.value(u"field"_s), u"Client secret"_s);
    QCOMPARE(result.values.value(u"flaw"_s), u"no_break_space"_s);
    QCOMPARE(result.values.value(u"code_point"_s), u"a0"_s);
    QCOMPARE(result.values.value(u"position"_s), u"4"_s);
    QCOMPARE(result.values.value(u"count"_s), u"2"_s);
}

void StoredFormatTest::whatMayBelongIsOnlyAWarning()
{
    const CheckResult result = checked(u"pass word"_s);
    QVERIFY(isOpen(result));
    QCOMPARE(result.values.value(u"flaw"_s), u"inner_space"_s);
}

void StoredFormatTest::cleanAndAbsent()
{
    QCOMPARE(checked(u"abc"_s).detail, u"clean"_s);
    QCOMPARE(checked({}).detail, u"none_stored"_s);
}

void StoredFormatTest::aPrivateKeyHasItsOwnForm()
{
    AuthMethod m = method();
    m.assertion.keyInput = u"client_secret"_s;
    Credential credential;
    credential.inputs.insert(
        u"client_secret"_s,
        SecretBytes("-----BEGIN PRIVATE KEY-----\nAA\n-----END PRIVATE KEY-----\n"));
    QCOMPARE(checkStoredFormat(m, credential).detail, u"clean"_s);
    credential.inputs.insert(u"client_secret"_s, SecretBytes("AA"));
    QCOMPARE(checkStoredFormat(m, credential).detail, u"no_key"_s);
}

void StoredFormatTest::neverTheValue()
{
    const CheckResult result = checked(u" hunter22 "_s);
    for (const QString &value : result.values)
        QVERIFY2(!value.contains(u"hunter"_s), qPrintable(value));
}

RELINK_TEST(StoredFormatTest)
#include "tst_storedformat.moc"
