// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/authorize.h"

#include "sandbox/captured.h"
#include "sandbox/html.h"
#include "sandbox/parameters.h"
#include "sandbox/permission.h"
#include "sandbox/practice.h"
#include "sandbox/practiceinputs.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QUrl>

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto codeLifetime = 300s;

//! A request in order, names already the standard ones.
struct Wish
{
    const AuthMethod *method = nullptr;
    QString clientId;
    QString redirectUri;
    QString state;
    bool hasState = false;
    QStringList scope;
    QByteArray challenge;
    QString problem; //!< why it is not in order; empty: it is
};

Wish wrong(const QString &problem)
{
    Wish wish;
    wish.problem = problem;
    return wish;
}

//! The way of connecting that a request is for: with or without PKCE, by the names that came.
const AuthMethod &methodFor(const Place &place, const Parameters &given)
{
    const auto has = [&given](const AuthMethod &method, const QString &name) {
        return given.has(method.authorizationName(name).value_or(QString()));
    };
    for (const AuthMethod *method : place.methods) {
        if (method->pkce == has(*method, u"code_challenge"_s) && has(*method, u"client_id"_s))
            return *method;
    }
    return *place.methods.first();
}

QString extrasProblem(const AuthMethod &method, const Parameters &given)
{
    const QMap<QString, QString> &extras = method.authorizationParameters;
    for (auto it = extras.begin(); it != extras.end(); ++it) {
        const bool fixed = !it.value().contains(u'{');
        if (!given.has(it.key()) && isOptional(method, it.value()))
            continue;
        if (!given.has(it.key()) || (fixed && given.value(it.key()) != it.value()))
            return u"“%1” is missing or wrong."_s.arg(it.key());
    }
    const QMap<QString, QString> &names = method.authorizationParameterNames;
    for (auto it = names.begin(); it != names.end(); ++it) {
        if (it.value().isEmpty() && given.has(it.key()))
            return u"This provider takes no “%1”."_s.arg(it.key());
    }
    return {};
}

QString challengeProblem(const Place &place, const QString &challenge, const QString &way)
{
    if (challenge.isEmpty()) {
        const bool required
            = std::all_of(place.methods.begin(), place.methods.end(), [](const AuthMethod *m) {
                  return m->pkceRequired || (m->pkce && !m->discovers);
              });
        return required ? u"“code_challenge” is missing: this provider requires PKCE."_s
                        : QString();
    }
    if (way != "S256"_L1)
        return u"“code_challenge_method” must be “S256”."_s;
    return challenge.size() == 43 ? QString() : u"“code_challenge” must have 43 characters."_s;
}

Wish readWish(const Place &place, const QByteArray &query)
{
    const Parameters given = fromForm(query);
    if (!given.repeated.isEmpty())
        return wrong(u"“%1” was sent more than once."_s.arg(given.repeated.first()));
    Wish wish;
    wish.method = &methodFor(place, given);
    const AuthMethod &method = *wish.method;
    const auto name = [&method](const QString &standard) {
        return method.authorizationName(standard).value_or(QString());
    };
    const auto value = [&](const QString &standard) {
        const QString own = name(standard);
        return own.isEmpty() ? QString() : given.value(own);
    };
    const auto isMissing = [&](const QString &standard) {
        return !name(standard).isEmpty() && value(standard).isEmpty();
    };

    wish.clientId = value(u"client_id"_s);
    if (isMissing(u"client_id"_s))
        return wrong(u"“%1” is missing."_s.arg(name(u"client_id"_s)));
    if (!name(u"response_type"_s).isEmpty() && value(u"response_type"_s) != "code"_L1)
        return wrong(u"“%1” must be “code”."_s.arg(name(u"response_type"_s)));
    wish.redirectUri = value(u"redirect_uri"_s);
    if (isMissing(u"redirect_uri"_s))
        return wrong(u"“%1” is missing."_s.arg(name(u"redirect_uri"_s)));
    if (QUrl(wish.redirectUri).hasFragment())
        return wrong(u"“redirect_uri” must have no fragment (RFC 6749 3.1.2)."_s);
    if (const QString problem = extrasProblem(method, given); !problem.isEmpty())
        return wrong(problem);
    wish.hasState = given.has(name(u"state"_s));
    wish.state = value(u"state"_s);

    const QString challenge = value(u"code_challenge"_s);
    const QString problem = challengeProblem(place, challenge, value(u"code_challenge_method"_s));
    if (!problem.isEmpty())
        return wrong(problem);
    wish.challenge = challenge.toLatin1();
    const QString separator = method.scopeSeparator.isEmpty() ? u" "_s : method.scopeSeparator;
    wish.scope = value(u"scope"_s).split(separator, Qt::SkipEmptyParts);
    return wish;
}

bool isLoopback(const QString &redirectUri)
{
    const QUrl url(redirectUri, QUrl::StrictMode);
    const QString host = url.host();
    return url.isValid() && url.scheme() == "http"_L1
        && (host == "127.0.0.1"_L1 || host == "localhost"_L1 || host == "::1"_L1);
}

http::Response problemPage(const Place &place, const QString &problem)
{
    return pageAnswer(400, u"Request refused"_s,
                      u"<main>\n<h1>%1 cannot use this request</h1>\n<p>%2</p>\n<p class=\"soft\">"
                      "This is the provider's own page: nothing was sent back to the application."
                      "</p>\n</main>"_s.arg(escaped(place.pack->name), escaped(problem)));
}

http::Response consentPage(const Visit &visit, const Wish &wish)
{
    const ProviderPack &pack = *visit.place.pack;
    QString scopes;
    for (const QString &scope : wish.scope)
        scopes += u"<li><code>%1</code></li>\n"_s.arg(escaped(scope));
    if (scopes.isEmpty())
        scopes = u"<li>what the application is registered for</li>\n"_s;
    // The query stays in the address, so that posting the decision alone is enough.
    const QString action = QString::fromLatin1(visit.request.path + '?' + visit.request.query);
    return pageAnswer(
        200, pack.name + u": give permission"_s,
        u"<main>\n<h1>%1: do you give permission?</h1>\n<p>The application <strong>%2</strong> "
        "asks for access to your account.</p>\n<p>It asks for:</p>\n<ul>\n%3</ul>\n"
        "<form method=\"post\" action=\"%4\">\n%5</form>\n</main>"_s.arg(
            escaped(pack.name), escaped(wish.clientId), scopes, escaped(action),
            permissionFields(pack)));
}

//! Signed as the one provider that does so signs: the sorted parameters, HMAC-SHA256, hexadecimal.
QString signature(const QMap<QString, QString> &parameters)
{
    const QByteArray unescaped = "!'()*";
    QByteArrayList parts;
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        parts.append(QUrl::toPercentEncoding(it.key(), unescaped) + '='
                     + QUrl::toPercentEncoding(it.value(), unescaped));
    }
    return QString::fromLatin1(
        QMessageAuthenticationCode::hash(parts.join('&'), clientSecret, QCryptographicHash::Sha256)
            .toHex());
}

http::Response redirect(const Visit &visit, const Wish &wish,
                        const QMap<QString, QString> &parameters)
{
    const bool loopback = isLoopback(wish.redirectUri);
    // Only loopback is ever redirected to: an alias, or a web site of the merchant's, has no page
    // here, so the sandbox shows the one that would be there.
    QString target = loopback ? wish.redirectUri
                              : visit.world.origin + u'/' + visit.place.pack->id + u"/accepted"_s;
    QChar separator = target.contains(u'?') ? u'&' : u'?';
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        target += separator + QString::fromLatin1(QUrl::toPercentEncoding(it.key())) + u'='
            + QString::fromLatin1(QUrl::toPercentEncoding(it.value()));
        separator = u'&';
    }
    return {302,
            {{"Location", target.toUtf8()},
             {"Cache-Control", "no-store"},
             {"Referrer-Policy", "no-referrer"}},
            {}};
}

http::Response decide(const Visit &visit, const Wish &wish)
{
    const Parameters form = fromForm(visit.request.body);
    const AuthMethod &method = *wish.method;
    const auto named = [&method](const QString &name) { return method.callbackName(name); };
    QMap<QString, QString> parameters;
    if (wish.hasState)
        parameters.insert(named(u"state"_s), wish.state);
    const QString decision = form.value(u"decision"_s);
    if (decision == "decline"_L1) {
        parameters.insert(u"error"_s, u"access_denied"_s);
        parameters.insert(u"error_description"_s, u"The person declined."_s);
        return redirect(visit, wish, parameters);
    }
    if (decision != "allow"_L1)
        return problemPage(visit.place, u"The form says neither “allow” nor “decline”."_s);

    Grant grant;
    grant.provider = visit.place.pack->id;
    grant.method = method.id;
    grant.environment = visit.place.environment;
    grant.clientId = wish.clientId;
    grant.scope = wish.scope;
    takePermission(form, grant);
    const PracticeOrganisation &chosen = organisation(grant.organisations.first());
    for (const Capture &capture : method.callbackCaptures) {
        const QString value = captureValue(capture, visit.place, chosen);
        parameters.insert(capture.from, sentValue(capture, value));
        grant.values.insert(capture.as, value);
    }
    grant.values.insert(visit.place.values);

    Code code;
    code.grant = visit.world.ledger.open(grant).id;
    code.redirectUri = wish.redirectUri;
    code.challenge = wish.challenge;
    code.expiresAt = QDateTime::currentDateTimeUtc().addSecs(codeLifetime.count());
    parameters.insert(named(u"code"_s), visit.world.ledger.issueCode(code));
    if (!method.callbackHmac.isEmpty()) {
        parameters.insert(u"timestamp"_s, QString::number(QDateTime::currentSecsSinceEpoch()));
        parameters.insert(method.callbackHmac, signature(parameters));
    }
    return redirect(visit, wish, parameters);
}

} // namespace

http::Response authorizationAnswer(const Visit &visit)
{
    const Wish wish = readWish(visit.place, visit.request.query);
    if (!wish.problem.isEmpty())
        return problemPage(visit.place, wish.problem);
    if (visit.request.method == "POST") {
        return isForm(visit.request) ? decide(visit, wish)
                                     : problemPage(visit.place, u"The decision must be a form."_s);
    }
    return consentPage(visit, wish);
}

http::Response acceptedAnswer(const Visit &visit)
{
    const QString name = escaped(visit.place.pack->name);
    const Parameters given = fromForm(visit.request.query);
    if (given.has(u"error"_s)) {
        return pageAnswer(200, u"Declined"_s,
                          u"<main>\n<h1>%1: you declined</h1>\n<p>Nothing was connected. You can "
                          "close this page and go back to Relink.</p>\n</main>"_s.arg(name));
    }
    return pageAnswer(
        200, u"Permission given"_s,
        u"<main>\n<h1>%1: permission given</h1>\n<p><strong>Copy this page's address into Relink."
        "</strong></p>\n<p>The whole address from the top of the browser window, up to its last "
        "character. It can be used once and only for a few minutes.</p>\n</main>"_s.arg(name));
}

} // namespace relink::sandbox
