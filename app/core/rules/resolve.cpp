// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/resolve.h"

#include "core/rules/inputs.h"
#include "core/rules/template.h"
#include "core/rules/urlpolicy.h"

#include <QSet>
#include <QUrlQuery>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

AuthError inputError(const char *code, const QString &name, const QString &sentence)
{
    AuthError error = localError(code, sentence);
    error.providerCode = name;
    return error;
}

AuthError templateError(const AuthError &error)
{
    // expand() names the placeholder; people are told in a sentence.
    const QString &name = error.description;
    return error.is(code::missingInput)
        ? inputError(code::missingInput, name, u"“%1” is missing."_s.arg(name))
        : inputError(code::invalidInput, name, u"“%1” cannot be used here."_s.arg(name));
}

//! Exchanges the host for the environment's: in the address itself or, in practice mode, in the
//! path that stands for it.
QString switched(const ProviderPack &pack, Environment environment, const QString &templ)
{
    const QMap<QString, QString> hosts = pack.hostsByEnvironment.value(environment);
    const QString practice
        = pack.practiceOrigin.isEmpty() ? QString() : pack.practiceOrigin + u'/' + pack.id + u'/';
    const bool mapped = !practice.isEmpty() && templ.startsWith(practice);
    // In a mapped address the former host is the first segment behind the pack's id.
    const QString address = mapped ? u"https://"_s + templ.mid(practice.size()) : templ;
    const QString host = templateAuthority(address);
    if (!hosts.contains(host))
        return templ;
    const QString scheme = mapped ? practice : address.left(address.indexOf("://"_L1) + 3);
    return scheme + hosts.value(host) + address.mid(address.indexOf("://"_L1) + 3 + host.size());
}

class Resolver
{
public:
    Resolver(const ProviderPack &pack, const AuthMethod &method, const Connection &connection,
             const QString &randomUuid)
        : m_pack(pack)
        , m_connection(connection)
        , m_randomUuid(randomUuid)
    {
        r.provider = pack.id;
        r.method = method;
        r.api = pack.apiOf(&method);
        r.organisationHeader = pack.organisationHeader;
        r.organisationParameter = pack.organisationParameter;
        r.probe = pack.probeOf(&method);
        r.revocation = pack.revocationOf(&method);
        r.loopbackHttpAllowed = pack.loopbackHttpAllowed;
    }

    Result<ResolvedProvider> run()
    {
        if (!readInputs() || !readEndpoints() || !readCommon() || !readRedirect())
            return *m_error;
        readNamedProbes();
        r.origins = QStringList(m_origins.begin(), m_origins.end());
        r.origins.sort();
        return r;
    }

private:
    bool fail(const AuthError &error)
    {
        m_error = error;
        return false;
    }

    QString given(const char *name) const { return m_inputs.value(key(name)); }

    bool readInputs()
    {
        QStringList secrets;
        QSet<QString> known;
        for (const InputField &field : inputFields(m_pack, r.method, m_connection.environment)) {
            known.insert(field.key);
            if (field.secret)
                secrets.append(field.key);
        }
        for (const InputProblem &problem : checkInputs(m_pack, r.method, m_connection.environment,
                                                       m_connection.inputs, secrets)) {
            if (problem.code == QLatin1StringView(code::invalidInput)
                && known.contains(problem.key))
                return fail(inputError(code::invalidInput, problem.key, problem.reason));
        }
        m_inputs = effectiveInputs(m_pack, r.method, m_connection.environment, m_connection.inputs);
        r.values = placeholderValues(m_pack, r.method, m_connection);
        for (const InputField &field : r.method.inputs) {
            if (!field.secret && !field.required && !r.values.contains(field.key))
                r.values.insert(field.key, QString());
        }
        if (!m_randomUuid.isEmpty())
            r.values.insert(u"random_uuid"_s, m_randomUuid);
        return true;
    }

    bool waitsForProvider(const QString &name) const
    {
        if (name == "organisation_id"_L1)
            return true;
        for (const QList<Capture> &list :
             {r.method.callbackCaptures, r.method.tokenCaptures, r.method.accountCall.captures}) {
            for (const Capture &capture : list) {
                if (capture.as == name)
                    return true;
            }
        }
        return false;
    }

    //! Fills an address in; leaves it empty while it waits for the provider.
    bool address(const QString &templ, QUrl &url, bool getsSecret)
    {
        if (templ.isEmpty())
            return true;
        const QString used = switched(m_pack, m_connection.environment, templ);
        const auto text = expand(used, r.values);
        if (!text) {
            if (!text.error().is(code::missingInput) || !waitsForProvider(text.error().description))
                return fail(templateError(text.error()));
            if (getsSecret)
                addWaitingOrigin(used);
            return true;
        }
        const auto checked = checkEndpoint(*text, r.loopbackHttpAllowed);
        if (!checked)
            return fail(checked.error());
        url = *checked;
        if (getsSecret)
            m_origins.insert(originOf(url));
        return true;
    }

    void addWaitingOrigin(const QString &templ)
    {
        QMap<QString, QString> values = r.values;
        const QStringList inHost = placeholders(templateAuthority(templ)).value_or(QStringList());
        for (const QString &name : placeholders(templ).value_or(QStringList())) {
            if (!values.contains(name) && !inHost.contains(name))
                values.insert(name, u"a"_s);
        }
        if (const auto text = expand(templ, values))
            m_origins.insert(originOf(QUrl(*text, QUrl::StrictMode)));
    }

    bool entered(const char *name, const QUrl &otherwise, QUrl &url, bool getsSecret)
    {
        url = otherwise;
        if (const QString text = given(name); !text.isEmpty()) {
            const auto checked = checkEndpoint(text, r.loopbackHttpAllowed);
            if (!checked)
                return fail(inputError(code::invalidInput, key(name), checked.error().description));
            url = *checked;
        }
        if (getsSecret && !url.isEmpty())
            m_origins.insert(originOf(url));
        return true;
    }

    bool readEndpoints()
    {
        const AuthMethod &m = r.method;
        if (m.discovers)
            return readDiscovered();
        return address(m.authorizationEndpoint, r.endpoints.authorization, false)
            && address(m.tokenEndpoint, r.endpoints.token, true)
            && address(m.refreshEndpoint, r.endpoints.refresh, true)
            && address(m.loginEndpoint, r.login, true)
            && address(m.deviceEndpoint, r.endpoints.device, true)
            && address(m.accountCall.url, r.account, true)
            && address(r.revocation.endpoint, r.endpoints.revocation, true) && readProbe({});
    }

    bool readDiscovered()
    {
        const QString issuer = given(input::issuer);
        Endpoints found;
        if (!issuer.isEmpty() && m_connection.discovered.issuer == issuer)
            found = m_connection.discovered;
        if (!entered(input::authorizationEndpoint, found.authorization, r.endpoints.authorization,
                     false)
            || !entered(input::tokenEndpoint, found.token, r.endpoints.token, true)
            || !entered(input::deviceEndpoint, found.device, r.endpoints.device, true)
            || !entered(input::revocationEndpoint, found.revocation, r.endpoints.revocation, true))
            return false;
        r.endpoints.issuer = issuer;
        r.endpoints.issuerInRedirect = found.issuerInRedirect;
        const QString missing = missingAddress();
        r.needsDiscovery = !missing.isEmpty() && !issuer.isEmpty();
        if (!missing.isEmpty() && issuer.isEmpty()) {
            return fail(inputError(code::missingInput, missing,
                                   u"An issuer or the addresses themselves are needed."_s));
        }
        return readProbe(found.probe);
    }

    //! The first that this way needs and does not have; empty: none.
    QString missingAddress() const
    {
        const QMap<QString, QUrl> known {
            {key(input::authorizationEndpoint), r.endpoints.authorization},
            {key(input::deviceEndpoint), r.endpoints.device},
            {key(input::tokenEndpoint), r.endpoints.token},
        };
        for (const QString &name : neededAddresses(r.method.kind)) {
            if (known.value(name).isEmpty())
                return name;
        }
        return {};
    }

    bool readProbe(const QUrl &fromMetadata)
    {
        r.ownProbe = usesOwnProbe(m_pack, m_connection);
        if (r.ownProbe)
            return entered(input::probeUrl, fromMetadata, r.endpoints.probe, true);
        return address(r.probe.url, r.endpoints.probe, true)
            && address(r.probe.reachabilityUrl, r.reachability, false);
    }

    //! What the sign-in was never to cover is not missed.
    bool isAskedFor(const NamedProbe &probe) const
    {
        if (r.scope.isEmpty() || probe.scopes.isEmpty())
            return true;
        const QStringList asked = r.scope.split(r.method.scopeSeparator, Qt::SkipEmptyParts);
        return std::any_of(probe.scopes.begin(), probe.scopes.end(),
                           [&asked](const QString &scope) { return asked.contains(scope); });
    }

    //! None of them decides anything: one that cannot be asked is not asked. Their hosts are
    //! those of other calls, so no origin is added.
    void readNamedProbes()
    {
        for (const NamedProbe &probe : m_pack.namedProbesOf(&r.method)) {
            if (!isAskedFor(probe))
                continue;
            const auto text
                = expand(switched(m_pack, m_connection.environment, probe.call.url), r.values);
            const auto checked
                = text ? checkEndpoint(*text, r.loopbackHttpAllowed) : Result<QUrl>(text.error());
            if (checked)
                r.namedProbes.append({probe, *checked});
        }
    }

    bool readCommon()
    {
        const AuthMethod &m = r.method;
        r.clientId = given(input::clientId);
        if (const QString name = given(input::clientAuthentication); !name.isEmpty()) {
            r.clientAuthentication = clientAuthMethodFromString(name);
            if (!r.clientAuthentication || !m.clientAuthMethods.contains(*r.clientAuthentication)) {
                return fail(inputError(code::invalidInput, key(input::clientAuthentication),
                                       u"This provider does not know “%1”."_s.arg(name)));
            }
        }
        const QString scope = given(input::scope);
        QStringList scopes = m.scopes;
        if (!scope.isEmpty()) {
            scopes
                = QString(scope).replace(m.scopeSeparator, u" "_s).split(u' ', Qt::SkipEmptyParts);
        }
        r.scope = scopes.join(m.scopeSeparator);

        for (auto it = m.authorizationParameters.begin(); it != m.authorizationParameters.end();
             ++it) {
            if (isLeftOut(it.value(), r.values))
                continue;
            const auto value = expandText(it.value(), r.values);
            if (!value)
                return fail(templateError(value.error()));
            r.authorizationParameters.insert(it.key(), *value);
        }
        const QUrlQuery extra(
            QString(given(input::authorizationParameters)).replace(u'+', u"%20"_s));
        for (const auto &[name, value] : extra.queryItems(QUrl::FullyDecoded)) {
            // The values were checked with the inputs; this holds for those stored before.
            if (isReservedAuthorizationParameter(name)) {
                return fail(inputError(code::invalidInput, key(input::authorizationParameters),
                                       u"Relink sets “%1” itself."_s.arg(name)));
            }
            r.authorizationParameters.insert(name, value);
        }
        return true;
    }

    //! http://127.0.0.1:PORT/callback is what our own listener serves.
    static std::optional<quint16> listenerPort(const QString &redirectUri)
    {
        const QUrl url(redirectUri, QUrl::StrictMode);
        if (url.scheme() != "http"_L1 || url.host() != "127.0.0.1"_L1
            || url.path() != "/callback"_L1 || url.hasQuery() || url.hasFragment()
            || !url.userInfo().isEmpty() || url.port() <= 0)
            return std::nullopt;
        return static_cast<quint16>(url.port());
    }

    bool readRedirect()
    {
        const AuthMethod &m = r.method;
        if (m.kind != AuthKind::AuthorizationCode)
            return true;
        r.redirectMode
            = m.redirectModeByEnvironment.value(m_connection.environment, m.redirectMode);
        r.redirectPort = static_cast<quint16>(m.redirectPort);
        r.redirectHost = m.redirectHost;
        if (const QString port = given(input::redirectPort); !port.isEmpty())
            r.redirectPort = port.toUShort();

        const QString uri = given(input::redirectUri);
        if (!uri.isEmpty() && r.redirectMode == RedirectMode::Loopback) {
            if (const auto port = listenerPort(uri)) {
                r.redirectPort = *port;
                return true;
            }
            r.redirectMode = RedirectMode::Paste;
            r.redirectUri = uri;
        }
        if (r.redirectMode == RedirectMode::Loopback)
            return true;
        r.redirectPort = 0;
        if (!r.redirectUri.isEmpty())
            return true;
        const QString alias
            = m.redirectAlias.isEmpty() ? u'{' + key(input::redirectUri) + u'}' : m.redirectAlias;
        const auto text = expandText(alias, r.values);
        if (!text)
            return fail(templateError(text.error()));
        r.redirectUri = *text;
        return true;
    }

    const ProviderPack &m_pack;
    const Connection &m_connection;
    const QString m_randomUuid;
    ResolvedProvider r;
    QMap<QString, QString> m_inputs;
    QSet<QString> m_origins;
    std::optional<AuthError> m_error;
};

} // namespace

const AuthMethod *methodOf(const ProviderPack &pack, const Connection &connection)
{
    if (pack.authMethods.isEmpty())
        return nullptr;
    return connection.authMethod.isEmpty() ? &pack.authMethods.first()
                                           : pack.authMethod(connection.authMethod);
}

QMap<QString, QString> placeholderValues(const ProviderPack &pack, const AuthMethod &method,
                                         const Connection &connection)
{
    // What a provider sends never takes the place of what the merchant or the pack says.
    QMap<QString, QString> values = connection.captures;
    values.insert(effectiveInputs(pack, method, connection.environment, connection.inputs));
    addFilledIn(method, values);
    values.insert(pack.constants);
    values.remove(u"organisation_id"_s);
    if (!connection.organisation.id.isEmpty())
        values.insert(u"organisation_id"_s, connection.organisation.id);
    return values;
}

bool usesOwnProbe(const ProviderPack &pack, const Connection &connection)
{
    const AuthMethod *method = methodOf(pack, connection);
    if (!pack.probeOf(method).exists())
        return true;
    if (!method || connection.inputs.value(key(input::probeUrl)).isEmpty())
        return false;
    return std::any_of(method->inputs.begin(), method->inputs.end(), [](const InputField &field) {
        return field.key == QLatin1StringView(input::probeUrl);
    });
}

Result<ResolvedProvider> resolveProvider(const ProviderPack &pack, const Connection &connection,
                                         const QString &randomUuid)
{
    const AuthMethod *method = methodOf(pack, connection);
    if (!method) {
        return inputError(
            code::invalidInput, u"auth_method"_s,
            u"This provider has no way of connecting called “%1”."_s.arg(connection.authMethod));
    }
    return Resolver(pack, *method, connection, randomUuid).run();
}

QStringList secretOrigins(const ResolvedProvider &resolved)
{
    return resolved.origins;
}

} // namespace relink
