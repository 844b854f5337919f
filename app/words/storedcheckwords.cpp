// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/storedcheckwords.h"

#include "core/rules/checkresults.h"
#include "core/rules/credentiallint.h"
#include "core/rules/plaintext.h"
#include "words/credentialwords.h"
#include "words/translate.h"
#include "words/words.h"

namespace relink::words {

using namespace Qt::StringLiterals;

namespace {

QString value(const CheckResult &result, const QString &key)
{
    return plainText(result.values.value(key), 200);
}

//! Names of permissions, as the provider writes them.
QString names(const CheckResult &result, const QString &key)
{
    return value(result, key).replace(u' ', u", "_s);
}

//! "4 minutes", "3 hours": how long after something.
QString span(qint64 seconds)
{
    const int minutes = int(seconds / 60);
    if (minutes < 1)
        return translate("Check", "less than a minute");
    if (minutes == 1)
        return translate("Check", "one minute");
    if (minutes < 120)
        return translate("Check", "%n minutes", nullptr, minutes);
    const int hours = minutes / 60;
    if (hours < 48)
        return translate("Check", "%n hours", nullptr, hours);
    const int days = hours / 24;
    return translate("Check", "%n days", nullptr, days);
}

} // namespace

QString endpointSentence(const CheckResult &result, const QString &provider)
{
    const QString host = value(result, u"host"_s);
    const QString meant = value(result, u"meant"_s);
    if (result.detail == "misspelt"_L1)
        return translate("Check", "“%1” looks misspelt; did you mean “%2”?").arg(host, meant);
    if (result.detail == "misprint"_L1)
        return translate("Check", "“%1” is a misprint that was copied along").arg(host);
    if (result.detail == "foreign"_L1)
        return translate("Check", "“%1” is not an address of %2, which uses %3")
            .arg(host, provider, meant);
    if (result.detail == "not_encrypted"_L1)
        return translate("Check", "“%1” is not encrypted; it has to begin with https").arg(host);
    if (result.detail == "unusable"_L1)
        return translate("Check", "“%1” cannot be used as an address").arg(host);
    if (result.detail == "no_path"_L1)
        return translate("Check",
                         "“%1” is only the front page; a page that answers with data is a better "
                         "proof")
            .arg(host);
    if (result.detail == "discovered"_L1)
        return translate("Check", "as %1 publishes them: %2")
            .arg(value(result, u"issuer"_s), value(result, u"hosts"_s));
    if (result.detail == checkdetail::beside)
        return translate("Check",
                         "%1 publishes addresses elsewhere: %2. Ask whether that is right.")
            .arg(value(result, u"issuer"_s), value(result, u"elsewhere"_s));
    if (result.passed)
        return result.values.contains(u"hosts"_s)
            ? translate("Check", "encrypted, and those of %1: %2")
                  .arg(provider, value(result, u"hosts"_s))
            : translate("Check", "Relink asks no address for this connection");
    const QString reason = packText(result.values.value(u"reason"_s));
    return reason.isEmpty() ? classTitle(ErrorClass::Configuration, result.detail) : reason;
}

QString scopeSentence(const CheckResult &result, const QString &provider)
{
    if (result.detail == "none_asked"_L1)
        return translate("Check", "none have to be asked for");
    if (result.detail == checkdetail::notTold)
        return translate("Check", "%1 does not say which it granted").arg(provider);
    QStringList sentences;
    if (result.passed)
        sentences.append(translate("Check", "all that are needed were granted"));
    else
        sentences.append(translate("Check", "not granted: %1").arg(names(result, u"missing"_s)));
    if (result.values.contains(u"extra"_s)) {
        sentences.append(
            translate("Check", "granted beyond that: %1").arg(names(result, u"extra"_s)));
    }
    return sentences.join(u"; "_s);
}

QString competingSentence(const CheckResult &result, const QString &provider)
{
    if (result.detail == "not_by_sign_in"_L1)
        return translate("Check", "keys do not push each other out");
    if (result.passed && result.detail != checkdetail::beside)
        return translate("Check", "no other one here uses the same sign-in");
    const QString name = value(result, u"name"_s);
    bool timed = false;
    const qint64 seconds = result.values.value(u"seconds"_s).toLongLong(&timed);
    QStringList sentences;
    sentences.append(
        timed ? translate("Check", "This stopped %1 after “%2” was connected.")
                    .arg(span(seconds), name)
              : translate("Check", "“%1” is connected with the same sign-in.").arg(name));
    if (!result.passed) {
        sentences.append(translate("Check",
                                   "A newer sign-in ends an older one at %1. Keep one of "
                                   "the two, or give each its own user.")
                             .arg(provider));
    } else if (result.values.contains(u"ends"_s)) {
        sentences.append(
            translate("Check", "The next sign-in for one may end the other at %1.").arg(provider));
    } else {
        sentences.append(translate("Check", "That need not be the cause."));
    }
    return sentences.join(u' ');
}

QString formatSentence(const CheckResult &result)
{
    if (result.detail == "none_stored"_L1)
        return translate("Check", "nothing that was typed in is stored");
    if (result.detail == "clean"_L1)
        return translate("Check", "none in what is stored");
    const QString field = packText(result.values.value(u"field"_s));
    if (result.detail == "no_key"_L1)
        return translate("Check", "%1: what is stored is not a whole private key").arg(field);
    const auto flaw = credentialFlawFromString(result.values.value(u"flaw"_s));
    if (!flaw)
        return classTitle(ErrorClass::CredentialFormat, {});
    //: The name of a field, and what is wrong with its value
    QString text
        = translate("Check", "%1: %2")
              .arg(field,
                   credentialFlaw(*flaw, result.values.value(u"code_point"_s).toUInt(nullptr, 16),
                                  result.values.value(u"position"_s).toInt()));
    const int more = result.values.value(u"count"_s).toInt() - 1;
    if (more == 1)
        text += u' ' + translate("Check", "One more was found.");
    else if (more > 1)
        text += u' ' + translate("Check", "%n more were found.", nullptr, more);
    if (result.passed)
        text += u' ' + translate("Check", "It may belong there.");
    return text;
}

QString testModeSentence(const CheckResult &result, const QString &provider)
{
    const bool on = result.values.value(u"test_mode"_s) == toString(Environment::Test);
    if (result.detail == "no_test_mode"_L1)
        return translate("Check", "%1 has none").arg(provider);
    if (result.detail == checkdetail::unknown)
        return on ? translate("Check", "on; nothing tells whether the credential is for tests")
                  : translate("Check", "off; nothing tells whether the credential is for live use");
    if (result.passed)
        return on ? translate("Check", "on, and the credential is for tests")
                  : translate("Check", "off, and the credential is for live use");
    return otherEnvironment(on ? Environment::Production : Environment::Test);
}

} // namespace relink::words
