// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/autherror.h"
#include "core/rules/calls.h"
#include "core/rules/classify.h"
#include "support/testmain.h"
#include "words/causes.h"
#include "words/plainenglish.h"
#include "words/words.h"

#include <QSet>

using namespace relink;
using namespace Qt::StringLiterals;

//! Classes, causes and actions: each has words, and none says what another says.
class ClassWordsTest : public QObject
{
    Q_OBJECT

private:
    static QList<RecommendedAction> actions()
    {
        QList<RecommendedAction> all;
        for (int i = int(RecommendedAction::None); i <= int(RecommendedAction::ContactSupport); ++i)
            all.append(RecommendedAction(i));
        return all;
    }

private Q_SLOTS:
    void everyClassHasItsOwnWords()
    {
        QSet<QString> titles;
        QSet<QString> explanations;
        QSet<QString> sentences;
        for (const ErrorClass c : allErrorClasses()) {
            const QString title = words::classTitle(c, {});
            const QString explanation = words::classExplanation(c, {}, u"Harbour Pay"_s);
            const QString sentence = words::classSentence(c);
            QVERIFY2(test::isPlainEnglish(title), qPrintable(title));
            QVERIFY2(test::isPlainEnglish(explanation), qPrintable(explanation));
            QVERIFY2(test::isPlainEnglish(QString(sentence).remove(u'%')), qPrintable(sentence));
            QVERIFY2(explanation.contains(u"Harbour Pay"_s) && !explanation.contains(u'%'),
                     qPrintable(explanation));
            titles.insert(title);
            explanations.insert(explanation);
            sentences.insert(sentence);
        }
        QCOMPARE(titles.size(), allErrorClasses().size());
        QCOMPARE(explanations.size(), allErrorClasses().size());
        QCOMPARE(sentences.size(), allErrorClasses().size());
    }

    void everyActionHasItsOwnWords()
    {
        QSet<QString> seen;
        for (const RecommendedAction action : actions()) {
            const QString sentence = words::actionSentence(action, u"Harbour Pay"_s);
            QVERIFY2(test::isPlainEnglish(sentence), qPrintable(sentence));
            QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
            seen.insert(sentence);
        }
        QCOMPARE(seen.size(), actions().size());
    }

    //! A cause that the generic rules give for a failure of our own has words beside its class.
    void everyCauseOfOurOwnCodesHasWords_data()
    {
        QTest::addColumn<int>("origin");
        QTest::addColumn<QString>("code");
        const auto row = [](ErrorOrigin origin, const char *code) {
            QTest::addRow("%s %s", qPrintable(toString(origin)), code)
                << int(origin) << QString::fromLatin1(code);
        };
        for (const char *c :
             {code::offline, code::dns, code::refused, code::timeout, code::connectionLost,
              code::proxy, code::tls, code::tlsClock, code::tooLarge, code::redirected,
              code::captivePortal, code::unreadable})
            row(ErrorOrigin::Transport, c);
        for (const char *c :
             {code::keychainLocked, code::keychainDenied, code::keychainNotAnswering,
              code::keychainMissing, code::keychainDamaged, code::keychainFailed, "entry_missing"})
            row(ErrorOrigin::SecretStore, c);
        for (const char *c :
             {code::stateMismatch, code::issuerMismatch, code::portBusy, code::signatureMismatch})
            row(ErrorOrigin::RedirectListener, c);
        for (const char *c :
             {code::cancelled, code::expired, code::answerLost, code::differentAccount,
              code::missingInput, code::invalidInput, code::noBrowser, code::noRefreshToken,
              code::endpointsChanged, code::connectionRemoved})
            row(ErrorOrigin::Local, c);
        for (const char *c :
             {"invalid_grant", "invalid_scope", "unsupported_grant_type", code::codeRefused})
            row(ErrorOrigin::TokenEndpoint, c);
    }
    void everyCauseOfOurOwnCodesHasWords()
    {
        QFETCH(int, origin);
        QFETCH(QString, code);
        AuthError error;
        error.origin = ErrorOrigin(origin);
        error.code = code;
        const Diagnosis diagnosis = classify(error, ErrorStage::Any, nullptr);
        if (diagnosis.cause.isEmpty() || diagnosis.cause == u"locked"_s)
            return; // the class says it all
        const auto own = words::causeWords(diagnosis.errorClass, diagnosis.cause);
        QVERIFY2(own, qPrintable(diagnosis.cause));
        const QString title = words::classTitle(diagnosis.errorClass, diagnosis.cause);
        QVERIFY2(test::isPlainEnglish(title), qPrintable(title));
        QVERIFY(title != words::classTitle(diagnosis.errorClass, {}));
        const QString explanation
            = words::classExplanation(diagnosis.errorClass, diagnosis.cause, u"Harbour Pay"_s);
        QVERIFY2(test::isPlainEnglish(explanation), qPrintable(explanation));
        QVERIFY(!explanation.contains(u'%'));
        QVERIFY(explanation != words::classExplanation(diagnosis.errorClass, {}, u"Harbour Pay"_s));
    }

    //! What stands beside the light and what `recommended_action` says are one advice.
    void sentencesAskForTheRecommendedAction()
    {
        for (const ErrorClass c : allErrorClasses()) {
            const QString sentence = words::classSentence(c);
            switch (firstActionFor(c, AuthKind::AuthorizationCode)) {
            case RecommendedAction::Reauthorize:
                QVERIFY2(sentence.contains(u"e-authorise"_s), qPrintable(sentence));
                break;
            case RecommendedAction::AskAdministrator:
                QVERIFY2(!sentence.contains(u"uthorise"_s), qPrintable(sentence));
                break;
            case RecommendedAction::SwitchTestMode:
                QVERIFY2(sentence.contains(u"Test Mode"_s), qPrintable(sentence));
                break;
            default:
                break;
            }
        }
        for (const ErrorClass c : {ErrorClass::PermissionRole, ErrorClass::PermissionScope})
            QVERIFY(words::classSentence(c).contains(u"Ask "_s));
    }

    //! A key is not renewed: its words ask for a new one and for nothing else.
    void aRefusedKeyAsksForANewKey()
    {
        const auto key = words::causeWords(ErrorClass::ExpiredAccess, u"key_refused"_s);
        QVERIFY(key);
        for (const QString &text : {key->explanation, key->sentence}) {
            QVERIFY2(text.contains(u"new one"_s), qPrintable(text));
            QVERIFY2(!text.contains(u"uthorise"_s) && !text.contains(u"renew it"_s),
                     qPrintable(text));
        }
    }

    void anUnknownCauseFallsBackToItsClass()
    {
        QCOMPARE(words::classTitle(ErrorClass::Revoked, u"something_new"_s),
                 words::classTitle(ErrorClass::Revoked, {}));
    }

    //! R96: the name of a provider comes from a file that somebody else may have written.
    void aHostileProviderNameStaysPlain()
    {
        const QString name = u"<img src=x>\u202Ekcatta\n"_s + QString(1000, u'x');
        const QString sentence = words::classExplanation(ErrorClass::Revoked, {}, name);
        QVERIFY(!sentence.contains(u'\n'));
        QVERIFY(!sentence.contains(QChar(0x202E)));
        QVERIFY(sentence.size() < 400);
    }

    void packTextFillsPlaceholdersOnce()
    {
        QCOMPARE(words::packText(
                     u"Sign in at {provider} as {organisation}."_s,
                     {{u"provider"_s, u"{organisation}"_s}, {u"organisation"_s, u"Harbour Ltd"_s}}),
                 u"Sign in at {organisation} as Harbour Ltd."_s);
        QCOMPARE(words::packText(u"Set {unknown} and {"_s, {}), u"Set {unknown} and {"_s);
        QCOMPARE(words::packText({}, {}), QString());
    }
};

RELINK_TEST(ClassWordsTest)
#include "classwordstest.moc"
