// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/authorizationurl.h"

#include "auth/formencoding.h"

#include <QAbstractOAuthReplyHandler>
#include <QOAuth2AuthorizationCodeFlow>
#include <QtGlobal>

using namespace Qt::StringLiterals;

namespace relink {

namespace {

using Parameters = QMultiMap<QString, QVariant>;

//! Tells QtNetworkAuth the redirect address. Nothing ever arrives through it: the listener is our
//! own and so is the token request.
class RedirectAddress final : public QAbstractOAuthReplyHandler
{
public:
    explicit RedirectAddress(QString address)
        : m_address(std::move(address))
    {}
    QString callback() const override { return m_address; }
    void networkReplyFinished(QNetworkReply *) override {}

private:
    const QString m_address;
};

//! QtNetworkAuth for the authorization request alone: it builds the parameters and goes no
//! further, neither to a browser nor to the token endpoint.
class RequestOnlyFlow final : public QOAuth2AuthorizationCodeFlow
{
public:
    Parameters parameters()
    {
        resourceOwnerAuthorization(authorizationUrl(), {});
        return m_parameters;
    }

protected:
    void resourceOwnerAuthorization(const QUrl &, const Parameters &parameters) override
    {
        setModifyParametersFunction([this](Stage, Parameters *all) { m_parameters = *all; });
        buildAuthenticateUrl(parameters);
    }

private:
    Parameters m_parameters;
};

Parameters standardParameters(const AuthorizationRequest &request, const QString &redirectUri,
                              const QString &state)
{
    RedirectAddress address(redirectUri);
    RequestOnlyFlow flow;
    flow.setReplyHandler(&address);
    flow.setAuthorizationUrl(request.endpoint);
    flow.setClientIdentifier(request.clientId);
    flow.setScope(request.scope);
    flow.setState(state);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    flow.setPkceMethod(QOAuth2AuthorizationCodeFlow::PkceMethod::None); // the challenge is ours
#endif
    Parameters parameters = flow.parameters();
    parameters.remove(u"nonce"_s); // newer versions add one; some servers refuse it (R23)
    parameters.replace(u"scope"_s, request.scope); // newer versions keep it as a list
    return parameters;
}

} // namespace

QUrl authorizationUrl(const AuthorizationRequest &request, const QString &redirectUri,
                      const QString &state, const QByteArray &challenge)
{
    Parameters parameters = standardParameters(request, redirectUri, state);
    if (!challenge.isEmpty()) {
        parameters.insert(u"code_challenge"_s, QString::fromLatin1(challenge));
        parameters.insert(u"code_challenge_method"_s, u"S256"_s);
    }
    for (auto extra = request.extraParameters.begin(); extra != request.extraParameters.end();
         ++extra) {
        if (!parameters.contains(extra.key()))
            parameters.insert(extra.key(), extra.value());
    }

    QByteArray query = request.endpoint.query(QUrl::FullyEncoded).toLatin1();
    for (auto parameter = parameters.begin(); parameter != parameters.end(); ++parameter) {
        const QString value = parameter.value().toString();
        const bool optional = parameter.key() == "scope"_L1 || parameter.key() == "redirect_uri"_L1;
        if (optional && value.isEmpty())
            continue;
        const QString name = request.parameterNames.value(parameter.key(), parameter.key());
        if (name.isEmpty())
            continue;
        if (!query.isEmpty() && !query.endsWith('&'))
            query += '&';
        query += queryEncoded(name) + '=' + queryEncoded(value);
    }
    QUrl url = request.endpoint;
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

} // namespace relink
