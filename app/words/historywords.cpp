// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/words.h"

#include "core/model/areaaction.h"
#include "core/rules/plaintext.h"
#include "core/rules/triedsteps.h"
#include "words/notewords.h"
#include "words/parts.h"
#include "words/translate.h"

namespace relink::words {

using namespace Qt::StringLiterals;

QString stageWord(HistoryStage stage)
{
    switch (stage) {
    case HistoryStage::Authorize:
        return translate("History", "Authorisation");
    case HistoryStage::Exchange:
        return translate("History", "End of the authorisation");
    case HistoryStage::Refresh:
        return translate("History", "Renewal");
    case HistoryStage::Probe:
        return translate("History", "Check");
    case HistoryStage::Revoke:
        return translate("History", "Withdrawal");
    case HistoryStage::Keychain:
        return translate("History", "Keychain");
    case HistoryStage::Storage:
        return translate("History", "Own files");
    case HistoryStage::Local:
        return translate("History", "This computer");
    }
    Q_UNREACHABLE();
}

namespace {

QString recoverySentence(const HistoryEvent &event, const QString &provider)
{
    if (const QString area = areaOf(event.action); !area.isEmpty()) {
        const QString what = plainText(packText(area), 60);
        return event.cause == "told"_L1
            //: What was refused before, as the merchant says
            ? translate("History", "%1: works again, you said").arg(what)
            //: What was refused before, at which provider
            : translate("History", "%1: works again at %2").arg(what, provider);
    }
    if (event.stage == HistoryStage::Authorize || event.stage == HistoryStage::Exchange)
        return translate("History", "Reconnected at %1 by you").arg(provider);
    if (event.stage == HistoryStage::Keychain)
        return translate("History", "The keychain answers again");
    if (event.stage == HistoryStage::Refresh)
        return translate("History", "%1 renews the sign-in again").arg(provider);
    return translate("History", "%1 works again").arg(provider);
}

QString changeSentence(const HistoryEvent &event, const QString &provider)
{
    if (event.action == "connect"_L1)
        return translate("History", "Connected at %1").arg(provider);
    if (event.action == "reconnect"_L1 && event.cause == givenUp)
        return translate("History", "Reconnecting at %1 given up by you").arg(provider);
    if (event.action == "reauthorize"_L1 || event.action == "reconnect"_L1)
        return translate("History", "Authorised again at %1").arg(provider);
    if (event.action == "revoke"_L1)
        return translate("History", "Access at %1 withdrawn by you").arg(provider);
    if (event.action == "refresh"_L1)
        return translate("History", "Sign-in at %1 renewed").arg(provider);
    if (event.action == "forget_token"_L1)
        return translate("History", "Access token forgotten by you and asked for again");
    if (event.action == "edit"_L1)
        return translate("History", "Settings changed");
    if (event.action == "import"_L1)
        return translate("History", "Imported");
    if (event.action == "told_works"_L1)
        return translate("History", "You said that it works");
    if (event.action == "told_stopped"_L1)
        return translate("History", "You said that it stopped working");
    if (event.action == "rename"_L1)
        return translate("History", "Renamed");
    if (event.action == "pause"_L1)
        return translate("History", "Paused");
    if (event.action == "resume"_L1)
        return translate("History", "Resumed");
    return translate("History", "Changed");
}

} // namespace

QString historySentence(const HistoryEvent &event, const QString &providerName)
{
    const QString provider = shownProvider(providerName);
    if (event.action == notedAction)
        return noteSentence(event);
    if (event.kind == HistoryKind::Recovery)
        return recoverySentence(event, provider);
    if (event.kind == HistoryKind::Change)
        return changeSentence(event, provider);
    const QString title = classTitle(event.errorClass.value_or(ErrorClass::Unknown), event.cause);
    const bool here = !isPasted(event.action)
        && (event.stage == HistoryStage::Keychain || event.stage == HistoryStage::Storage
            || event.stage == HistoryStage::Local);
    QString sentence = here ? title
                            //: What happened, at which provider
                            : translate("History", "%1 (%2)").arg(title, provider);
    if (const QString area = areaOf(event.action); !area.isEmpty()) {
        //: What was being done, and what went wrong
        sentence = translate("History", "%1: %2").arg(plainText(packText(area), 60), sentence);
    }
    if (event.httpStatus)
        sentence = QString(sentence % u" · HTTP "_s % QString::number(*event.httpStatus));
    return sentence;
}

QString revokeSentence(const RevokeOutcome &outcome, const QString &providerName)
{
    const QString provider = shownProvider(providerName);
    QString sentence;
    switch (outcome.kind) {
    case RevokeOutcome::Kind::Revoked:
        return translate("Revoke", "%1 ended the access and refuses it now.").arg(provider);
    case RevokeOutcome::Kind::Accepted:
        if (outcome.accessUntil) {
            return translate("Revoke",
                             "%1 took the request to end the access. What was issued before may go "
                             "on working until %2.")
                .arg(provider, clockTime(outcome.accessUntil->toLocalTime()));
        }
        return translate("Revoke",
                         "%1 took the request to end the access. That it is refused now could not "
                         "be verified.")
            .arg(provider);
    case RevokeOutcome::Kind::RemovedHere:
        sentence = translate("Revoke",
                             "The access was removed from this computer, but %1 may still list it.")
                       .arg(provider);
        if (outcome.menuPath.isEmpty())
            return sentence;
        return translate("Revoke", "%1 End it there: %2", "%2 is a menu path of the provider")
            .arg(sentence, plainText(packText(outcome.menuPath)));
    case RevokeOutcome::Kind::Failed:
        sentence = translate("Revoke", "The access at %1 was not ended; nothing was changed.")
                       .arg(provider);
        if (!outcome.error)
            return sentence;
        return QString(sentence % u' ' % failure(*outcome.error, providerName));
    }
    Q_UNREACHABLE();
}

} // namespace relink::words
