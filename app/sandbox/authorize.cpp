// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/authorize.h"

#include "sandbox/html.h"
#include "sandbox/parameters.h"
#include "sandbox/practice.h"

#include "core/rules/template.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QUrl>

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto codeLifetime = 300s;
constexpr auto bothOrganisations = "both"_L1;

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

QString standardValue(const AuthMethod &method, const Parameters &parameters, const QString &name)
{
    return parameters.value(method.parameterNames.value(name, name));
}

Wish readWish(const Place &place, const QByteArray &query)
{
    const Parameters given = fromForm(query);
    if (!given.repeated.isEmpty())
        return wrong(u"“%1” was sent more than once."_s.arg(given.repeated.first()));
    Wish wish;
    wish.method = place.methods.first();
    const AuthMethod &method = *wish.method;
    const auto value = [&](const QString &name) { return standardValue(method, given, name); };

    wish.clientId = value(u"client_id"_s);
    if (wish.clientId.isEmpty())
        return wrong(
            u"“%1” is missing."_s.arg(method.parameterNames.value(u"client_id"_s, u"client_id"_s)));
    if (value(u"response_type"_s) != "code"_L1)
        return wrong(u"“response_type” must be “code”."_s);
    wish.redirectUri = value(u"redirect_uri"_s);
    if (wish.redirectUri.isEmpty())
        return wrong(u"“redirect_uri” is missing."_s);
    if (QUrl(wish.redirectUri).hasFragment())
        return wrong(u"“redirect_uri” must have no fragment (RFC 6749 3.1.2)."_s);
    wish.hasState = given.has(method.parameterNames.value(u"state"_s, u"state"_s));
    wish.state = value(u"state"_s);

    const QString challenge = value(u"code_challenge"_s);
    const QString challengeMethod = value(u"code_challenge_method"_s);
    if (challenge.isEmpty()) {
        const bool required
            = std::all_of(place.methods.begin(), place.methods.end(),
                          [](const AuthMethod *m) { return m->pkce && !m->discovers; });
        if (required)
            return wrong(u"“code_challenge” is missing: this provider requires PKCE."_s);
    } else if (challengeMethod != "S256"_L1) {
        return wrong(u"“code_challenge_method” must be “S256”."_s);
    } else if (challenge.size() != 43) {
        return wrong(u"“code_challenge” must have 43 characters."_s);
    }
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

QString radio(const QString &name, const QString &value, const QString &text, bool checked)
{
    return u"<label><input type=\"radio\" name=\"%1\" value=\"%2\"%3>%4</label>\n"_s.arg(
        name, escaped(value), checked ? u" checked"_s : QString(), escaped(text));
}

http::Response consentPage(const Visit &visit, const Wish &wish)
{
    const ProviderPack &pack = *visit.place.pack;
    QString scopes;
    for (const QString &scope : wish.scope)
        scopes += u"<li><code>%1</code></li>\n"_s.arg(escaped(scope));
    if (scopes.isEmpty())
        scopes = u"<li>what the application is registered for</li>\n"_s;
    QString choices;
    for (const PracticeOrganisation &o : organisations())
        choices += radio(u"organisation"_s, o.key, o.name, o.key == organisations().first().key);
    if (!pack.probe.organisationListPath.isEmpty())
        choices += radio(u"organisation"_s, bothOrganisations, u"Both"_s, false);
    QString persons;
    for (const PracticePerson &p : people())
        persons += radio(u"person"_s, p.key, p.name, p.key == people().first().key);
    // The query stays in the address, so that posting the decision alone is enough.
    const QString action = QString::fromLatin1(visit.request.path + '?' + visit.request.query);
    return pageAnswer(
        200, pack.name + u": give permission"_s,
        u"<main>\n<h1>%1: do you give permission?</h1>\n<p>The application <strong>%2</strong> "
        "asks for access to your account.</p>\n<p>It asks for:</p>\n<ul>\n%3</ul>\n"
        "<form method=\"post\" action=\"%4\">\n<fieldset>\n<legend>Signed in as</legend>\n%5"
        "</fieldset>\n<fieldset>\n<legend>Organisation</legend>\n%6</fieldset>\n"
        "<div class=\"actions\">\n"
        "<button class=\"go\" type=\"submit\" name=\"decision\" value=\"allow\">Allow permission"
        "</button>\n<button type=\"submit\" name=\"decision\" value=\"decline\">Decline</button>\n"
        "</div>\n</form>\n</main>"_s.arg(escaped(pack.name), escaped(wish.clientId), scopes,
                                         escaped(action), persons, choices));
}

//! The first of the values a provider might send that this capture takes.
QString captureValue(const Capture &capture, const Place &place,
                     const PracticeOrganisation &organisation)
{
    QStringList candidates;
    if (!capture.equals.isEmpty()) {
        QMap<QString, QString> values = place.values;
        values.insert(place.pack->constants);
        if (const auto text = expandText(capture.equals, values))
            candidates.append(*text);
    }
    candidates << place.values.value(capture.as) << organisation.number << organisation.uuid
               << organisation.key << place.host << u"GB"_s;
    for (const QString &candidate : candidates) {
        if (!candidate.isEmpty()
            && (capture.pattern.isEmpty()
                || QRegularExpression(QRegularExpression::anchoredPattern(capture.pattern))
                       .match(candidate)
                       .hasMatch())) {
            return candidate;
        }
    }
    return organisation.number;
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
    const auto named
        = [&method](const QString &name) { return method.parameterNames.value(name, name); };
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

    const QString choice = form.value(u"organisation"_s);
    const PracticeOrganisation &chosen = organisation(choice);
    Grant grant;
    grant.provider = visit.place.pack->id;
    grant.environment = visit.place.environment;
    grant.clientId = wish.clientId;
    grant.scope = wish.scope;
    grant.person = person(form.value(u"person"_s)).key;
    grant.organisations.append(chosen.key);
    if (choice == bothOrganisations)
        grant.organisations.append(organisations().last().key);
    for (const Capture &capture : method.callbackCaptures) {
        const QString value = captureValue(capture, visit.place, chosen);
        parameters.insert(capture.from, value);
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
