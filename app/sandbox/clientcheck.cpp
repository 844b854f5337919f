// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/clientcheck.h"

#include "sandbox/answers.h"
#include "sandbox/assertion.h"
#include "sandbox/practice.h"
#include "sandbox/practiceinputs.h"

#include "core/rules/inputs.h"

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

//! One part of a Basic pair, form-decoded (RFC 6749 2.3.1).
QString formDecoded(const QByteArray &part)
{
    const auto fields = http::decodeForm("v=" + part);
    return fields.isEmpty() ? QString() : fields.first().second;
}

//! The check against one way of connecting.
class Check
{
public:
    Check(const Visit &visit, const AuthMethod &method, const Parameters &parameters)
        : m_visit(visit)
        , m_method(method)
        , m_parameters(parameters)
        , m_ways(method.clientAuthMethods)
        , m_id(method.tokenName(u"client_id"_s).value_or(QString()))
        , m_secret(method.tokenName(u"client_secret"_s).value_or(QString()))
    {
        if (m_ways.isEmpty() && method.discovers) {
            m_ways = {ClientAuthMethod::None, ClientAuthMethod::Basic, ClientAuthMethod::BasicRaw,
                      ClientAuthMethod::Post};
        }
        check.method = &method;
        check.clientId = m_parameters.value(m_id);
    }

    ClientCheck run()
    {
        const QByteArray header = m_visit.request.header("Authorization");
        if (header.left(6).compare("basic ", Qt::CaseInsensitive) == 0) {
            basic(header.mid(6).trimmed());
            if (check.ok && !m_parameters.value(m_secret).isEmpty())
                refuse(u"One way of client authentication at a time (RFC 6749 2.3)."_s);
        } else if (header.left(7).compare("bearer ", Qt::CaseInsensitive) == 0) {
            bearer(QString::fromUtf8(header.mid(7).trimmed()));
        } else if (m_parameters.has(u"client_assertion"_s)) {
            assertion();
        } else if (m_method.kind == AuthKind::JwtBearer && m_ways.isEmpty()) {
            check.ok = true; // the grant itself says who asks
        } else {
            body();
        }
        return check;
    }

private:
    bool takes(ClientAuthMethod way) const { return m_ways.contains(way); }

    void refuse(const QString &problem)
    {
        check.ok = false;
        check.problem = problem;
    }

    bool isSecret(const QString &text) const
    {
        Ledger &ledger = m_visit.world.ledger;
        const QString &provider = m_visit.place.pack->id;
        const InputField *field = inputOf(m_method, QLatin1StringView(input::clientSecret));
        if (!isPracticeText(field, text, clientSecret)
            || ledger.passwordEnd(provider, text) != Grant::End::None) {
            return false;
        }
        // Here the secret is all that a person has given, and what a fault can end.
        if (m_method.kind == AuthKind::ClientCredentials)
            ledger.usePassword(provider, text);
        return true;
    }

    void basic(const QByteArray &encoded)
    {
        check.usedBasic = true;
        const auto result
            = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
        const QByteArray pair = result ? *result : QByteArray();
        const qsizetype colon = pair.indexOf(':');
        if (colon < 0)
            return refuse(u"The Authorization header is not a Basic pair."_s);
        const QByteArray id = pair.left(colon);
        const QByteArray secret = pair.mid(colon + 1);
        if (takes(ClientAuthMethod::Basic) && isSecret(formDecoded(secret))) {
            check.clientId = formDecoded(id);
            check.ok = true;
        } else if (takes(ClientAuthMethod::BasicRaw) && isSecret(QString::fromUtf8(secret))) {
            check.clientId = QString::fromUtf8(id);
            check.ok = true;
        } else if (!takes(ClientAuthMethod::Basic) && !takes(ClientAuthMethod::BasicRaw)) {
            refuse(u"This provider takes no Basic authentication."_s);
        } else {
            refuse(u"The client secret is wrong."_s);
        }
    }

    void bearer(const QString &secret)
    {
        if (!takes(ClientAuthMethod::SecretBearer))
            refuse(u"This provider takes no secret as a Bearer token."_s);
        else if (!isSecret(secret))
            refuse(u"The client secret is wrong."_s);
        else
            check.ok = true;
    }

    void assertion()
    {
        if (!takes(ClientAuthMethod::PrivateKeyJwt))
            return refuse(u"This provider takes no signed assertion from a client."_s);
        if (m_parameters.value(u"client_assertion_type"_s)
            != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"_L1) {
            return refuse(u"The client_assertion_type is wrong (RFC 7523 2.2)."_s);
        }
        refuse(assertionProblem(m_visit, m_method, m_parameters.value(u"client_assertion"_s)));
        check.ok = check.problem.isEmpty();
    }

    void body()
    {
        const QString secret = m_parameters.value(m_secret);
        if (check.clientId.isEmpty() && !m_id.isEmpty())
            refuse(u"The client id is missing."_s);
        else if (!secret.isEmpty() && !takes(ClientAuthMethod::Post))
            refuse(u"This provider takes no secret in the body."_s);
        else if (!secret.isEmpty() && !isSecret(secret))
            refuse(u"The client secret is wrong."_s);
        else if (secret.isEmpty() && !takes(ClientAuthMethod::None))
            refuse(u"The client secret is missing."_s);
        else
            check.ok = true;
    }

    const Visit &m_visit;
    const AuthMethod &m_method;
    const Parameters &m_parameters;
    QList<ClientAuthMethod> m_ways;
    const QString m_id;
    const QString m_secret;
    ClientCheck check;
};

} // namespace

ClientCheck checkClient(const Visit &visit, const QList<const AuthMethod *> &methods,
                        const Parameters &parameters)
{
    std::optional<ClientCheck> first;
    for (const AuthMethod *method : methods) {
        const ClientCheck check = Check(visit, *method, parameters).run();
        if (check.ok)
            return check;
        if (!first)
            first = check;
    }
    return first.value_or(ClientCheck());
}

http::Response clientRefusal(const ProviderPack &pack, const ClientCheck &check)
{
    const bool inside = check.method && !check.method->tokenAnswer.successPath.isEmpty();
    http::Response response
        = packError(pack, {ofClass(ErrorClass::InvalidClient)}, ErrorStage::Token,
                    inside ? std::nullopt : std::optional(401), 401, inside)
              .value_or(oauthError(401, u"invalid_client"_s, check.problem));
    if (check.usedBasic)
        response.headers.append(HttpHeader {"WWW-Authenticate", "Basic realm=\"practice\""});
    return response;
}

} // namespace relink::sandbox
