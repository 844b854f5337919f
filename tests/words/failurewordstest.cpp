// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ports/secretstore.h"
#include "core/rules/calls.h"
#include "core/rules/classify.h"
#include "core/rules/redirect.h"
#include "support/testmain.h"
#include "words/plainenglish.h"
#include "words/words.h"

#include <QSet>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

AuthError errorOf(ErrorOrigin origin, const char *code, std::optional<int> status = {})
{
    AuthError error;
    error.origin = origin;
    error.code = QString::fromLatin1(code);
    error.httpStatus = status;
    return error;
}

const QList<AuthError> &everyFailure()
{
    static const QList<AuthError> list = [] {
        QList<AuthError> all;
        for (const char *c :
             {code::offline, code::dns, code::refused, code::timeout, code::connectionLost,
              code::proxy, code::tls, code::tlsClock, code::tooLarge, code::redirected,
              code::captivePortal, code::unreadable, ""})
            all += errorOf(ErrorOrigin::Transport, c);
        for (const char *c :
             {code::keychainLocked, code::keychainDenied, code::keychainNotAnswering,
              code::keychainMissing, code::keychainDamaged, code::keychainFailed, code::noKeyring,
              "entry_missing"})
            all += errorOf(ErrorOrigin::SecretStore, c);
        for (const char *c :
             {code::stateMismatch, code::issuerMismatch, code::portBusy, code::noCodePasted,
              code::addressNeeded, code::signatureMismatch, code::invalidInput, ""})
            all += errorOf(ErrorOrigin::RedirectListener, c);
        for (const char *c :
             {code::cancelled, code::expired, code::answerLost, code::differentAccount,
              code::missingInput, code::invalidInput, code::noBrowser, code::noRefreshToken,
              code::endpointsChanged, code::storage, code::busy, code::connectionRemoved,
              code::connectionPaused, code::secretUnbound, "whatever"})
            all += errorOf(ErrorOrigin::Local, c);
        for (const char *c : {"access_denied", "server_error", "invalid_scope",
                              "unauthorized_client", "invalid_request"})
            all += errorOf(ErrorOrigin::AuthorizationEndpoint, c);
        for (const char *c :
             {"invalid_grant", code::codeRefused, code::assertionRefused, "invalid_client",
              "invalid_scope", "unsupported_grant_type", "invalid_request", code::unreadable, ""})
            all += errorOf(ErrorOrigin::TokenEndpoint, c, 400);
        for (const int status : {429, 503})
            all += errorOf(ErrorOrigin::TokenEndpoint, "", status);
        for (const int status : {401, 403, 404, 429, 500})
            all += errorOf(ErrorOrigin::Resource, "", status);
        all += errorOf(ErrorOrigin::Resource, code::keyRefused, 401);
        all += errorOf(ErrorOrigin::RevocationEndpoint, "unsupported_token_type", 400);
        return all;
    }();
    return list;
}

} // namespace

//! Every failure that can reach a person is told in words, each in its own.
class FailureWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFailureHasItsOwnWords()
    {
        QSet<QString> seen;
        for (const AuthError &error : everyFailure()) {
            const QString sentence = words::failure(error, u"Harbour Pay"_s);
            QVERIFY2(test::isPlainEnglish(sentence),
                     qPrintable(toString(error.origin) + u' ' + error.code + u": " + sentence));
            QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
            QVERIFY2(!seen.contains(sentence), qPrintable(sentence));
            seen.insert(sentence);
        }
    }

    //! R08
    void decliningIsNotTreatedAsAFault()
    {
        const QString said = words::failure(
            errorOf(ErrorOrigin::AuthorizationEndpoint, "access_denied"), u"Harbour Pay"_s);
        QVERIFY(said.startsWith(u"You declined"_s));
        QVERIFY(said.contains(u"Nothing was changed"_s));
    }

    //! A wrong paste is told as one, with what to copy; nothing is said of an ended sign-in.
    void aWrongPasteSaysWhatToCopy()
    {
        for (const char *c : {code::stateMismatch, code::noCodePasted, code::addressNeeded}) {
            const QString said
                = words::failure(errorOf(ErrorOrigin::RedirectListener, c), u"Harbour Pay"_s);
            QVERIFY2(said.contains(u"opy the whole address"_s)
                         && said.contains(u"paste it again"_s),
                     qPrintable(said));
        }
        AuthError refused = errorOf(ErrorOrigin::TokenEndpoint, code::codeRefused, 400);
        refused.providerCode = u"invalid_grant"_s;
        const QString said = words::failure(refused, u"Harbour Pay"_s);
        QVERIFY2(said.contains(u"refused the code"_s) && said.contains(u"Start again"_s),
                 qPrintable(said));
        QVERIFY(!said.contains(u"has ended"_s));
        QCOMPARE(words::providersOwnWords(refused), u"HTTP 400 · invalid_grant"_s);
    }

    //! A signature has no sign-in that could have ended, and no secret to compare.
    void aRefusedSignatureIsToldAsOne()
    {
        AuthError refused = errorOf(ErrorOrigin::TokenEndpoint, code::assertionRefused, 400);
        refused.providerCode = u"invalid_grant"_s;
        const Diagnosis diagnosis = classify(refused, ErrorStage::Refresh, nullptr);
        Connection connection;
        connection.state.health = Health::NeedsConfiguration;
        connection.state.since = QDateTime::currentDateTimeUtc();
        connection.state.diagnosis = diagnosis;
        for (const QString &said :
             {words::failure(refused, u"Harbour Pay"_s),
              words::classExplanation(diagnosis.errorClass, diagnosis.cause, u"Harbour Pay"_s),
              words::reason(connection, u"Harbour Pay"_s, connection.state.since)}) {
            QVERIFY2(test::isPlainEnglish(said), qPrintable(said));
            QVERIFY2(said.contains(u"certificate"_s) && said.contains(u"role"_s), qPrintable(said));
            QVERIFY2(!said.contains(u"ended"_s) && !said.contains(u"secret"_s), qPrintable(said));
        }
        QCOMPARE(words::providersOwnWords(refused), u"HTTP 400 · invalid_grant"_s);
    }

    //! R67: "ended" is said only where the provider said it.
    void revocationIsToldTruthfully()
    {
        RevokeOutcome outcome;
        QSet<QString> seen;
        for (const auto kind : {RevokeOutcome::Kind::Revoked, RevokeOutcome::Kind::Accepted,
                                RevokeOutcome::Kind::RemovedHere, RevokeOutcome::Kind::Failed}) {
            outcome.kind = kind;
            outcome.menuPath = u"Settings > Apps"_s;
            const QString said = words::revokeSentence(outcome, u"Harbour Pay"_s);
            QVERIFY2(test::isPlainEnglish(said), qPrintable(said));
            QCOMPARE(said.contains(u"ended the access and refuses it"_s),
                     kind == RevokeOutcome::Kind::Revoked);
            QCOMPARE(said.contains(u"Settings > Apps"_s), kind == RevokeOutcome::Kind::RemovedHere);
            seen.insert(said);
        }
        QCOMPARE(seen.size(), 4);
    }

    //! R96: what a server wrote is shown as plain text on one line, and cut.
    void theProvidersOwnWordsAreOneSafeLine()
    {
        AuthError error = errorOf(ErrorOrigin::TokenEndpoint, "invalid_grant", 400);
        error.providerCode = u"932"_s;
        error.description = u"Authorisation token is hard expired\r\n\u202E<b>x</b>\x1b[31m"_s
            + QString(5000, u'y');
        const QString said = words::providersOwnWords(error);
        QVERIFY(said.startsWith(u"HTTP 400 · invalid_grant · 932 · Authorisation token is hard"_s));
        QVERIFY(!said.contains(u'\n') && !said.contains(QChar(0x202E))
                && !said.contains(QChar(0x1b)));
        QVERIFY(said.size() < 400);
        QCOMPARE(words::providersOwnWords(errorOf(ErrorOrigin::Local, code::cancelled)), QString());
    }
};

RELINK_TEST(FailureWordsTest)
#include "failurewordstest.moc"
