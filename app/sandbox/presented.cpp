// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/presented.h"

#include "sandbox/parameters.h"
#include "sandbox/practice.h"
#include "sandbox/practiceinputs.h"
#include "sandbox/signature.h"

#include "core/rules/template.h"

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString headerOf(const Visit &visit, const QString &name)
{
    return QString::fromUtf8(visit.request.header(name.toLatin1().constData()));
}

//! What is wrong with a value that was made from a template; empty: nothing.
QString valueProblem(const Visit &visit, const AuthMethod &method, const QString &name,
                     const QString &templ, const QString &value)
{
    if (value.isEmpty() && isOptional(method, templ))
        return {};
    const auto values = readTemplate(templ, value);
    if (value.isEmpty() || !values)
        return u"%1 is missing or wrong."_s.arg(name);
    const QMap<QString, QString> &constants = visit.place.pack->constants;
    for (auto it = values->begin(); it != values->end(); ++it) {
        const bool right = constants.contains(it.key()) ? it.value() == constants.value(it.key())
                                                        : isRight(method, it.key(), it.value());
        if (!right)
            return u"%1 is wrong."_s.arg(name);
    }
    return {};
}

QString companionsProblem(const Visit &visit, const AuthMethod &method,
                          const ApiAuthentication &api)
{
    for (const auto &headers : {api.headers, api.secretHeaders}) {
        for (auto it = headers.begin(); it != headers.end(); ++it) {
            const QString problem = valueProblem(visit, method, u"The header "_s + it.key(),
                                                 it.value(), headerOf(visit, it.key()));
            if (!problem.isEmpty())
                return problem;
        }
    }
    const Parameters query = fromForm(visit.request.query);
    for (auto it = api.query.begin(); it != api.query.end(); ++it) {
        const QString problem = valueProblem(visit, method, u"The parameter "_s + it.key(),
                                             it.value(), query.value(it.key()));
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

Presented byHeader(const Visit &visit, const ApiAuthentication &api)
{
    const QString header = api.header.isEmpty() ? u"Authorization"_s : api.header;
    const QString prefix = api.header.isEmpty() ? u"Bearer "_s : api.prefix;
    const QString value = headerOf(visit, header);
    Presented presented;
    if (value.startsWith(prefix, Qt::CaseInsensitive))
        presented.token = value.mid(prefix.size());
    presented.sent = !presented.token.isEmpty();
    return presented;
}

//! RFC 7617.
Presented byBasic(const Visit &visit, const AuthMethod &method, const ApiAuthentication &api)
{
    Presented presented;
    const QByteArray header = visit.request.header("Authorization");
    if (header.left(6).compare("basic ", Qt::CaseInsensitive) != 0)
        return presented;
    presented.sent = true;
    const QString pair = QString::fromUtf8(QByteArray::fromBase64(header.mid(6).trimmed()));
    const auto user = readTemplate(api.basicUser, pair.section(u':', 0, 0));
    const auto password = readTemplate(api.basicPassword, pair.section(u':', 1));
    if (!user || !password) {
        presented.problem = u"The pair is not what this provider takes."_s;
        return presented;
    }
    QMap<QString, QString> values = *user;
    values.insert(*password);
    presented.token = values.value(method.keyInput, pair.section(u':', 1));
    for (auto it = values.begin(); it != values.end(); ++it) {
        // The key itself is judged by whoever asks, in the provider's words.
        if (it.key() != method.keyInput && !isRight(method, it.key(), it.value()))
            presented.problem = u"The user name or the password is wrong."_s;
    }
    return presented;
}

} // namespace

Presented presentedBy(const Visit &visit, const AuthMethod &method, const ApiAuthentication &api)
{
    Presented presented;
    switch (api.scheme) {
    case ApiScheme::Token:
        presented = byHeader(visit, api);
        break;
    case ApiScheme::Basic:
        presented = byBasic(visit, method, api);
        break;
    case ApiScheme::OAuth1: {
        const Signed call = readOAuth1(visit, method);
        presented = {call.sent, call.token, call.problem};
        break;
    }
    case ApiScheme::SignedQuery:
        presented = byHeader(visit, api);
        presented.problem = signedQueryProblem(visit, method);
        break;
    }
    if (presented.sent && presented.problem.isEmpty())
        presented.problem = companionsProblem(visit, method, api);
    return presented;
}

} // namespace relink::sandbox
