// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/capturecheck.h"

#include "core/rules/answerpath.h"
#include "core/rules/inputcheck.h"
#include "core/rules/secretkey.h"
#include "core/rules/template.h"

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

QSet<QString> namesOf(const QList<Capture> &captures)
{
    QSet<QString> names;
    for (const Capture &capture : captures)
        names.insert(capture.as);
    return names;
}

QString secretIsNotKept()
{
    return u"Of a token only a short group of a pattern is kept."_s;
}

//! Whatever its name: the place where the answer's token or key stands.
void checkSources(PackProblems &problems, const AuthMethod &method, const QString &path)
{
    const QMap<QString, QString> &paths = method.tokenAnswer.paths;
    QStringList secrets {paths.value(u"access_token"_s, u"access_token"_s),
                         paths.value(u"refresh_token"_s, u"refresh_token"_s)};
    if (method.kind == AuthKind::Login)
        secrets.append(method.loginKeyPath);
    for (qsizetype i = 0; i < method.tokenCaptures.size(); ++i) {
        const Capture &capture = method.tokenCaptures[i];
        if (secrets.contains(capture.from) && !capture.pattern.contains(u'('))
            problems.add(path + u".token_captures[%1].from"_s.arg(i), secretIsNotKept());
    }
}

//! Told once, though several ways share the place.
void tell(PackProblems &problems, const QString &path, const QString &reason)
{
    const PackProblem problem {path, reason};
    if (!problems.list.contains(problem))
        problems.list.append(problem);
}

//! The templates of one call, and the names that are known only after it.
struct Moment
{
    PackProblems &problems;
    QSet<QString> later;

    void check(const QString &path, const QString &templ) const
    {
        for (const QString &name : placeholders(templ).value_or(QStringList())) {
            if (later.contains(name))
                tell(problems, path, u"“%1” is known only from a later answer."_s.arg(name));
        }
    }
    void check(const QString &path, const QMap<QString, QString> &templates) const
    {
        for (auto it = templates.begin(); it != templates.end(); ++it)
            check(path + u'.' + it.key(), it.value());
    }
};

//! What may have no value when a call is made.
QSet<QString> mayBeMissing(const AuthMethod &method)
{
    QSet<QString> names;
    for (const QList<Capture> &captures :
         {method.callbackCaptures, method.tokenCaptures, method.accountCall.captures}) {
        for (const Capture &capture : captures) {
            if (!capture.required)
                names.insert(capture.as);
        }
    }
    return names;
}

} // namespace

void checkCaptures(PackProblems &problems, const QList<Capture> &captures, const QString &path,
                   const PlaceholderNames &names)
{
    for (qsizetype i = 0; i < captures.size(); ++i) {
        const QString at = path + u'[' + QString::number(i) + u']';
        const QString &pattern = captures[i].pattern;
        if (!isAnswerPath(captures[i].from))
            problems.add(at + u".from"_s, u"This names nothing in an answer."_s);
        if (!isPlaceholderName(captures[i].as))
            problems.add(at + u".as"_s, u"This is no usable placeholder."_s);
        if (!isValidPattern(pattern))
            problems.add(at + u".pattern"_s, u"This is no regular expression."_s);
        else if (needsExample(pattern))
            problems.add(at + u".pattern"_s, u"Nothing shows that anything fits this pattern."_s);
        problems.text(at + u".equals"_s, captures[i].equals, names);
        if (isSecretPath(captures[i].from) && !pattern.contains(u'('))
            problems.add(at + u".pattern"_s, secretIsNotKept());
        if (captures[i].from.section(u'.', -1).toLower() == "code"_L1)
            problems.add(at + u".from"_s, u"The code of a sign-in is not kept."_s);
    }
}

void checkCaptureOrder(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                       const QString &path)
{
    checkSources(problems, method, path);
    const QSet<QString> account = namesOf(method.accountCall.captures);
    const QSet<QString> token = namesOf(method.tokenCaptures) | account;
    const Moment signIn {problems, namesOf(method.callbackCaptures) | token};
    signIn.check(path + u".authorization_endpoint"_s, method.authorizationEndpoint);
    signIn.check(path + u".device_authorization_endpoint"_s, method.deviceEndpoint);
    signIn.check(path + u".authorization_parameters"_s, method.authorizationParameters);
    signIn.check(path + u".redirect.alias"_s, method.redirectAlias);

    const Moment exchange {problems, token};
    exchange.check(path + u".token_endpoint"_s, method.tokenEndpoint);
    exchange.check(path + u".token_parameters"_s, method.tokenParameters);
    exchange.check(path + u".token_headers"_s, method.tokenHeaders);
    exchange.check(path + u".login_endpoint"_s, method.loginEndpoint);
    exchange.check(path + u".login_fields"_s, method.loginFields);
    exchange.check(path + u".login_basic.user"_s, method.loginBasicUser);
    exchange.check(path + u".login_basic.password"_s, method.loginBasicPassword);
    const Assertion &a = method.assertion;
    for (const auto &[key, templ] :
         {std::pair {u".key_id"_s, a.keyId}, std::pair {u".issuer"_s, a.issuer},
          std::pair {u".subject"_s, a.subject}, std::pair {u".audience"_s, a.audience}})
        exchange.check(path + u".assertion"_s + key, templ);
    exchange.check(path + u".assertion.claims"_s, a.claims);
    if (method.kind == AuthKind::RefreshToken) {
        exchange.check(path + u".refresh_endpoint"_s, method.refreshEndpoint);
        exchange.check(path + u".refresh_parameters"_s, method.refreshParameters);
    }
    Moment {problems, account}.check(path + u".account_call.url"_s, method.accountCall.url);

    if (method.kind == AuthKind::Delegated)
        return;
    const QString probe = (method.probe ? path : u"$"_s) + u".probe"_s;
    const QString revocation = (method.revocation ? path : u"$"_s) + u".revocation"_s;
    const QSet<QString> optional = mayBeMissing(method);
    const QList<std::pair<QString, QString>> addresses {
        {path + u".token_endpoint"_s, method.tokenEndpoint},
        {path + u".refresh_endpoint"_s, method.refreshEndpoint},
        {path + u".account_call.url"_s, method.accountCall.url},
        {probe + u".url"_s, pack.probeOf(&method).url},
        {probe + u".reachability_url"_s, pack.probeOf(&method).reachabilityUrl},
        {revocation + u".endpoint"_s, pack.revocationOf(&method).endpoint},
    };
    for (const auto &[at, address] : addresses) {
        for (const QString &name : placeholders(address).value_or(QStringList())) {
            if (optional.contains(name))
                tell(problems, at, u"“%1” may be missing, and this address needs it."_s.arg(name));
        }
    }
}

} // namespace relink
