// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/answerreading.h"

#include "core/rules/clausereading.h"
#include "core/rules/errortext.h"
#include "core/rules/textjudge.h"
#include "core/rules/whysentences.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;
using enum ErrorClass;

//! Weaker words do not go before a status.
constexpr double mildestProof = 0.55;

//! What a vague verdict leaves open.
enum class Refused { Nothing, SignIn, Grant, TokenRequest, Token, Call, Undecided };

struct VagueRule
{
    const char *id;
    Refused refused;
};

constexpr VagueRule vagueRules[] = {
    {"authorize.denied", Refused::SignIn},
    {"authorize.other", Refused::SignIn},
    {"token.code_refused", Refused::Grant},
    {"token.assertion_refused", Refused::Grant},
    {"token.code_spent", Refused::Grant},
    {"token.invalid_grant", Refused::Grant},
    {"token.invalid_request", Refused::TokenRequest},
    {"token.login_refused", Refused::TokenRequest},
    {"token.404", Refused::TokenRequest},
    {"token.4xx", Refused::TokenRequest},
    {"token.refused_answer", Refused::TokenRequest},
    {"token.other", Refused::TokenRequest},
    {"resource.invalid_token", Refused::Token},
    {"resource.401", Refused::Token},
    {"resource.403", Refused::Call},
    {"resource.423", Refused::Call},
    {"resource.other", Refused::Undecided},
};

Refused refusedBy(const QString &rule)
{
    const auto found = std::find_if(
        std::begin(vagueRules), std::end(vagueRules),
        [&rule](const VagueRule &vague) { return rule == QLatin1StringView(vague.id); });
    return found == std::end(vagueRules) ? Refused::Nothing : found->refused;
}

bool isPage(const QByteArray &evidence)
{
    const QByteArray start = evidence.trimmed().left(64).toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html");
}

//! The answer as somebody would paste it, without codes of our own.
QString pastedForm(const AuthError &error)
{
    QStringList lines;
    if (error.httpStatus)
        lines += u"HTTP/1.1 %1"_s.arg(*error.httpStatus);
    if (!error.challenge.isEmpty())
        lines += u"WWW-Authenticate: "_s + QString::fromUtf8(error.challenge);
    if (!error.evidence.isEmpty())
        lines += QString::fromUtf8(error.evidence);
    else if (!error.description.isEmpty())
        lines += error.description;
    else if (error.origin == ErrorOrigin::AuthorizationEndpoint)
        lines += error.code;
    return lines.join(u'\n');
}

//! The rules for pasted texts that read words, in the order in which classifyText() asks them. Of
//! this computer an answer can only tell by a page that stands in its place, and by a time that
//! does not fit.
std::optional<Diagnosis> saidIn(const ErrorText &text, const AuthError &error,
                                const ProviderPack *pack)
{
    TextDiagnosis result;
    TextJudge judge(text, result);
    judge.read(successTextRules());
    const bool page = isPage(error.evidence);
    for (const TextRule &rule : thisComputerTextRules()) {
        if (rule.errorClass == Clock)
            judge.read(rule);
    }
    for (const TextRule &rule : networkTextRules()) {
        if (page && (rule.errorClass == Proxy || rule.errorClass == Network))
            judge.read(rule);
    }
    if (pack) {
        for (const PastedCode &code : pack->mentions.codes)
            judge.read(code);
    }
    judge.read(reasonTextRules());
    judge.read(accountTextRules());
    judge.read(settingTextRules());
    judge.read(oauthTextRules());
    judge.read(credentialTextRules());
    judge.read(translatedTextRules());
    judge.read(permissionTextRules());
    if (!judge.isDecided()) {
        const bool refused = error.httpStatus == 401 || error.httpStatus == 403;
        if (const auto said = readClauses(text.text(), refused))
            judge.read(*said);
    }
    judge.read(serviceTextRules());
    if (!judge.isDecided())
        return std::nullopt;
    return result.diagnosis;
}

//! A sentence for every other reading: who reads it has no text of their own to compare it with.
QString whyPossible(ErrorClass errorClass)
{
    switch (errorClass) {
    case ExpiredAccess:
        return QString::fromLatin1(why::tokenOld);
    case ExpiredRefresh:
        return QString::fromLatin1(why::expiredUnused);
    case Revoked:
        return QString::fromLatin1(why::grantEnded);
    case InvalidClient:
        return QString::fromLatin1(why::badSecret);
    case InvalidUserCredentials:
        return QString::fromLatin1(why::wrongLogin);
    case CredentialFormat:
        return QString::fromLatin1(why::spaces);
    case TestModeMismatch:
        return QString::fromLatin1(why::testMode);
    case PermissionRole:
        return QString::fromLatin1(why::roleMissing);
    case PermissionScope:
        return QString::fromLatin1(why::missingScope);
    case PlanRestriction:
    case ConnectionLimit:
        return QString::fromLatin1(why::planAllows);
    case AppRemoved:
        return QString::fromLatin1(why::appGone);
    case WrongTenant:
        return QString::fromLatin1(why::otherCompany);
    case CompetingConnection:
        return QString::fromLatin1(why::otherUse);
    case DeprecatedMethod:
        return QString::fromLatin1(why::oldMethod);
    case ProviderOutage:
        return QString::fromLatin1(why::providerDown);
    case RateLimited:
        return QString::fromLatin1(why::tooMany);
    case Network:
    case Proxy:
    case Tls:
        return QString::fromLatin1(why::network);
    case Clock:
        return QString::fromLatin1(why::wrongClock);
    case Configuration:
        return QString::fromLatin1(why::setUpWrong);
    case AccountClosed:
        return QString::fromLatin1(why::accountShut);
    case KeychainLocked:
    case KeychainMissing:
    case NotAnError:
    case Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

//! Which credential is meant follows from what was sent.
void readAsSent(Diagnosis &said, const AuthError &error, AuthKind kind)
{
    const bool renewable = kind != AuthKind::ApiKey;
    if (error.origin == ErrorOrigin::TokenEndpoint && said.errorClass == ExpiredAccess) {
        said.errorClass = kind == AuthKind::Login ? InvalidUserCredentials : ExpiredRefresh;
        said.cause.clear();
    } else if (error.origin == ErrorOrigin::Resource && said.errorClass == ExpiredRefresh
               && renewable) {
        said.errorClass = ExpiredAccess;
        said.cause.clear();
    } else if (said.errorClass == ExpiredAccess && !renewable) {
        said.errorClass = InvalidUserCredentials;
        said.cause = u"key_refused"_s;
    }
}

//! "Access denied" is also how a person's no and an old token are told.
bool namesRight(const QString &text)
{
    static const QRegularExpression right(
        uR"(permission|privilege|\brole|\brights?\b|scope|berechtig|\brechte|\bdroit|\bpermis|\brol\b|bevoegd)"_s);
    return right.match(text).hasMatch();
}

bool isPossible(const Diagnosis &said, Refused refused, ErrorStage stage, AuthKind kind,
                bool namesRight)
{
    switch (said.errorClass) {
    case NotAnError:
    case Unknown:
    case KeychainLocked:
    case KeychainMissing:
    case Tls:
        return false;
    case Network:
        return said.cause == "captive_portal"_L1;
    case InvalidUserCredentials:
    case CredentialFormat:
        return isEntered(kind);
    // What was renewed before is set up well; and it was sent, whatever a gateway made of it.
    case Configuration:
        return stage != ErrorStage::Refresh && refused != Refused::Token
            && refused != Refused::Undecided;
    // Waiting brings no refused grant back.
    case ProviderOutage:
    case RateLimited:
        return refused != Refused::Grant;
    case ExpiredAccess:
    case ExpiredRefresh:
    case Revoked:
        return refused != Refused::SignIn;
    case PermissionRole:
    case PermissionScope:
        return (refused != Refused::SignIn && refused != Refused::Token) || namesRight;
    default:
        return true;
    }
}

} // namespace

Diagnosis withWordsOfAnswer(const Diagnosis &byStatus, const AuthError &error, ErrorStage stage,
                            const ProviderPack *pack, AuthKind kind)
{
    const Refused refused = refusedBy(byStatus.rule);
    // What is not found there is no verdict on the access (R50).
    const bool notFound = error.origin == ErrorOrigin::Resource && error.httpStatus == 404;
    if (refused == Refused::Nothing || notFound)
        return byStatus;
    const ErrorText text(pastedForm(error));
    auto said = saidIn(text, error, pack);
    if (!said || said->confidence < mildestProof)
        return byStatus;
    readAsSent(*said, error, kind);
    if (!isPossible(*said, refused, stage, kind, namesRight(text.text())))
        return byStatus;
    if (said->errorClass == byStatus.errorClass && byStatus.cause != "refused"_L1)
        return byStatus;
    const auto isListed = [&said](ErrorClass errorClass) {
        return std::any_of(
            said->alternatives.begin(), said->alternatives.end(),
            [=](const Alternative &other) { return other.errorClass == errorClass; });
    };
    if (!isListed(byStatus.errorClass) && byStatus.errorClass != Unknown)
        said->alternatives.append({byStatus.errorClass, {}});
    said->alternatives.removeIf([&said](const Alternative &other) {
        return other.errorClass == said->errorClass || other.errorClass == NotAnError;
    });
    for (Alternative &other : said->alternatives) {
        if (other.why.isEmpty())
            other.why = whyPossible(other.errorClass);
    }
    return *said;
}

} // namespace relink
