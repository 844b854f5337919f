// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/classifytext.h"

#include "core/rules/classify.h"
#include "core/rules/clausereading.h"
#include "core/rules/errortext.h"
#include "core/rules/harmlesstext.h"
#include "core/rules/packtextrule.h"
#include "core/rules/providercodein.h"
#include "core/rules/providermention.h"
#include "core/rules/textjudge.h"
#include "core/rules/textpattern.h"
#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr double mildestProof = 0.55;
constexpr double symptom = 0.5;

//! Nothing but 401: which credential was not recognised depends on what the provider takes (X-16).
bool isBareRefusal(const ErrorText &text)
{
    static const QRegularExpression notAuthorized(
        uR"(nicht autori[sz]iert|non[ -]autori[sz]e|no autori[sz]ad|niet (?:geautori[sz]eerd|gemachtigd|bevoegd))"_s);
    return text.status() == 401 || text.text().contains(u"unauthorized"_s)
        || text.text().contains(u"authentication unsuccessful"_s)
        || notAuthorized.match(text.text()).hasMatch();
}

//! A refusal without a word, and the frames of the stack tell that a token was asked for.
bool isRefusedTokenCall(const ErrorText &text)
{
    static const QRegularExpression call(
        uR"((?:request|refresh|exchange|fetch|acquire|obtain|get)\w*?access_?token\w*\()"_s);
    return call.match(text.whole()).hasMatch();
}

const TextRule &refusedTokenCallRule()
{
    using enum ErrorClass;
    using Reading = TextRule::Reading;
    static constexpr TextRule rule {
        "text.refused_token_call",
        R"re(\bforbidden\b|\bunauthorized\b|\b40[13]\b)re",
        nullptr,
        0,
        InvalidClient,
        "",
        0.5,
        {Reading {Configuration, why::setUpWrong}, Reading {ExpiredRefresh, why::expiredUnused}},
        "RFC 6749 5.2",
        ""};
    return rule;
}

const TextRule &unauthorizedRule(const ProviderPack *pack)
{
    using enum ErrorClass;
    using Reading = TextRule::Reading;
    static constexpr const char *words
        = R"re(unauthorized|authentication unsuccessful|\b401s?\b)re";
    static constexpr TextRule unknown {"text.unauthorized",
                                       words,
                                       nullptr,
                                       0,
                                       Unknown,
                                       "",
                                       0.4,
                                       {Reading {ExpiredAccess, why::tokenOld},
                                        Reading {InvalidUserCredentials, why::wrongLogin},
                                        Reading {InvalidClient, why::badSecret}},
                                       "SGE-54, MIN-T1",
                                       "401 Unauthorised"};
    static constexpr TextRule entered {"text.unauthorized_key",
                                       words,
                                       nullptr,
                                       0,
                                       InvalidUserCredentials,
                                       "",
                                       0.55,
                                       {Reading {ExpiredAccess, why::tokenOld},
                                        Reading {CredentialFormat, why::spaces},
                                        Reading {TestModeMismatch, why::testMode}},
                                       "X-16, MIN-T1",
                                       ""};
    static constexpr TextRule token {"text.unauthorized_token",
                                     words,
                                     nullptr,
                                     0,
                                     ExpiredAccess,
                                     "",
                                     0.6,
                                     {Reading {ExpiredRefresh, why::expiredUnused},
                                      Reading {Revoked, why::grantEnded},
                                      Reading {InvalidClient, why::badSecret}},
                                     "X-16, SGE-54",
                                     ""};
    static constexpr TextRule app {"text.unauthorized_app",
                                   words,
                                   nullptr,
                                   0,
                                   InvalidClient,
                                   "",
                                   0.5,
                                   {Reading {ExpiredAccess, why::tokenOld},
                                    Reading {TestModeMismatch, why::testMode},
                                    Reading {PermissionRole, why::roleMissing}},
                                   "X-16, SGE-33",
                                   ""};
    if (!pack || pack->authMethods.isEmpty())
        return unknown;
    const AuthKind kind = pack->authMethods.first().kind;
    // Nobody signed in: a new token comes by itself, so what is left is the app's id and secret.
    if (kind == AuthKind::ClientCredentials || kind == AuthKind::JwtBearer)
        return app;
    if (isEntered(kind))
        return entered;
    return token;
}

bool isEnteredFirst(const ProviderPack &pack)
{
    return pack.authMethods.isEmpty() || isEntered(pack.authMethods.first().kind);
}

//! A provider that is given a key or a login and nothing else has no token to refresh.
bool takesKeysOnly(const ProviderPack *pack)
{
    return pack && !pack->authMethods.isEmpty()
        && std::all_of(pack->authMethods.begin(), pack->authMethods.end(),
                       [](const AuthMethod &method) { return method.kind == AuthKind::ApiKey; });
}

//! By what the provider itself says of its code.
bool mayHaveRunOut(const Diagnosis &diagnosis)
{
    return !diagnosis.rule.startsWith("text."_L1) && !diagnosis.rule.startsWith("clause."_L1)
        && std::any_of(
            diagnosis.alternatives.begin(), diagnosis.alternatives.end(),
            [](const Alternative &other) { return other.errorClass == ErrorClass::ExpiredAccess; });
}

//! Of a provider's own rule, which knows its codes.
QString decidingWords(const QString &pasted, const TextDiagnosis &result)
{
    const QString &rule = result.diagnosis.rule;
    if (result.passages.isEmpty() || rule.startsWith("text."_L1) || rule.startsWith("clause."_L1))
        return {};
    const TextPassage passage = result.passages.first();
    return pasted.mid(passage.start, passage.length);
}

} // namespace

TextDiagnosis classifyText(const QString &pasted, const QList<const ProviderPack *> &packs,
                           const ProviderPack *chosen)
{
    return classifyText(pasted, ErrorText(pasted), packs, chosen);
}

TextDiagnosis classifyText(const QString &pasted, const ErrorText &text,
                           const QList<const ProviderPack *> &packs, const ProviderPack *chosen)
{
    TextDiagnosis result;
    const ProviderPack *pack = chosen;
    if (chosen) {
        result.provider = chosen->id;
        result.providerConfidence = 1;
    } else if (const auto named = providerNamedIn(text, packs)) {
        result.provider = named->provider;
        result.providerConfidence = named->confidence;
        for (const ProviderPack *candidate : packs) {
            if (candidate->id == named->provider)
                pack = candidate;
        }
    }
    result.httpStatus = text.status();

    TextJudge judge(text, result);
    judge.read(successTextRules());
    judge.read(thisComputerTextRules());
    judge.read(networkTextRules());
    if (pack) {
        for (const PastedCode &code : pack->mentions.codes)
            judge.read(code);
    }
    judge.read(reasonTextRules());
    judge.read(accountTextRules());
    judge.read(settingTextRules());
    if (pack && !judge.isDecided()) {
        for (const ErrorRule &rule : pack->errors) {
            if (const auto match = findInText(rule, text))
                judge.read(rule, *match);
        }
    }
    judge.read(oauthTextRules());
    judge.read(credentialTextRules());
    judge.read(translatedTextRules());
    judge.read(permissionTextRules());
    judge.read(programTextRules());
    if (!judge.isDecided() && text.status().value_or(0) < 500) {
        const bool refused = text.status() == 401 || text.status() == 403
            || text.text().contains(u"unauthorized"_s);
        if (const auto said = readClauses(text.text(), refused))
            judge.read(*said);
    }
    // Where somebody signed in for a token, it is the token that was not let in.
    if (pack && !judge.isDecided() && text.status() == 401 && !isEnteredFirst(*pack)
        && findPattern(wrapperTextRules().front().pattern, text.text(), text.pieces()))
        judge.read(unauthorizedRule(pack));
    judge.read(wrapperTextRules());
    judge.read(serviceTextRules());
    judge.read(toldTextRules());
    if (pack && !judge.isDecided()) {
        for (const ErrorRule &rule : pack->errors) {
            if (isStatusOnly(rule) && rule.status == text.status())
                judge.read(rule, {});
        }
    }
    if (!judge.isDecided() && isRefusedTokenCall(text))
        judge.read(refusedTokenCallRule());
    judge.read(statusTextRules());
    if (!judge.isDecided() && isBareRefusal(text))
        judge.read(unauthorizedRule(pack));
    Diagnosis &diagnosis = result.diagnosis;
    if (!judge.isDecided()) {
        const std::optional<int> status = text.status();
        if (status && *status >= 500) {
            diagnosis.errorClass = ErrorClass::ProviderOutage;
            diagnosis.confidence = 0.5;
            diagnosis.rule = u"text.5xx"_s;
        } else if ((status && *status >= 400) || !isHarmless(text.text()) || text.leavesOut()) {
            diagnosis.errorClass = ErrorClass::Unknown;
            diagnosis.confidence = 0.3;
            diagnosis.rule = u"text.none"_s;
        } else {
            diagnosis.errorClass = ErrorClass::NotAnError;
            diagnosis.confidence = 0.6;
            diagnosis.rule = u"text.no_failure"_s;
        }
    }
    if (diagnosis.errorClass == ErrorClass::ExpiredAccess && takesKeysOnly(pack)
        && (diagnosis.cause == u"token_refused" || diagnosis.rule == u"clause.token")) {
        diagnosis.errorClass = ErrorClass::InvalidClient;
        diagnosis.cause = u"key_refused"_s;
    }
    if (result.providerCode.isEmpty()) {
        const QString code = providerCodeIn(text, pack, decidingWords(pasted, result));
        const qsizetype at = pasted.indexOf(code, 0, Qt::CaseInsensitive);
        result.providerCode = at < 0 ? code : pasted.sliced(at, code.size());
    }
    const AuthKind kind = pack && !pack->authMethods.isEmpty() ? pack->authMethods.first().kind
                                                               : AuthKind::AuthorizationCode;
    diagnosis.action = firstActionFor(diagnosis.errorClass, kind);
    // An answer that also stands for an access that ran out is no proof of more.
    if (diagnosis.action == RecommendedAction::Reauthorize && mayHaveRunOut(diagnosis))
        diagnosis.confidence = symptom;
    // Gentlest first (X-04): a symptom alone sends nobody to authorise again.
    if (diagnosis.action == RecommendedAction::Reauthorize && diagnosis.confidence < mildestProof)
        diagnosis.action = RecommendedAction::Refresh;
    return result;
}

} // namespace relink
