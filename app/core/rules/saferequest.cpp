// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/saferequest.h"

#include "core/rules/packathost.h"
#include "core/rules/secretkey.h"
#include "core/rules/secrettext.h"
#include "core/rules/sentkind.h"
#include "core/rules/shownaddress.h"
#include "core/rules/writtenaddress.h"
#include "core/rules/writtenrequest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr auto formType = "application/x-www-form-urlencoded"_L1;
constexpr auto jsonType = "application/json"_L1;

QString placeholder(const QString &name)
{
    return u'<' % shownName(name) % u'>';
}

//! What may stay as it was written; whatever could be a secret becomes its name.
QString shown(const SentValue &sent)
{
    static const QRegularExpression plain(uR"(^[A-Za-z0-9_.:,/+%-]{0,40}$)"_s);
    const bool open = sentKind(sent.name) == SentKind::Plain && !isSecretKey(sent.name)
        && plain.match(sent.value).hasMatch() && !looksRandom(sent.value);
    return open ? sent.value : placeholder(sent.name);
}

QString repaired(const QString &text)
{
    QString result = text;
    static const QRegularExpression host(u"\\.con(?![a-z0-9.-])"_s);
    static const QRegularExpression path(u"\\boauth"
                                         "a\\b"_s);
    return result.replace(host, u".com"_s).replace(path, u"oauth2"_s);
}

const AuthMethod *loginOf(const ProviderPack *pack)
{
    if (!pack)
        return nullptr;
    for (const AuthMethod &method : pack->authMethods) {
        if (method.kind == AuthKind::Login && !method.loginEndpoint.contains(u'{'))
            return &method;
    }
    return nullptr;
}

class Writer
{
public:
    Writer(const SeenRequest &request, const QList<const ProviderPack *> &packs)
        : m_request(request)
        , m_host(repaired(request.host))
        , m_pack(packAtHost(m_host, packs))
    {}

    QString text() const
    {
        QStringList parts;
        const bool signsIn = hasKind(m_request.query, SentKind::Login);
        const bool keyed
            = hasKind(m_request.query, SentKind::Key) || hasKind(m_request.query, SentKind::Token);
        const AuthMethod *login = loginOf(m_pack);
        if (const auto token = providersTokenCall())
            return form(*token);
        if (signsIn)
            parts += form(login ? providersLogin(*login) : signIn());
        if (keyed && !signsIn) {
            if (login)
                parts += form(providersLogin(*login));
            parts += form(call());
        }
        if (parts.isEmpty())
            parts += form(call());
        // What keeps the options of one request from the next in a configuration file.
        const bool isFile = m_request.form == SeenRequest::Form::Command;
        return parts.join(isFile ? u"\nnext\n"_s : u"\n\n"_s);
    }

private:
    QString form(const WrittenRequest &written) const
    {
        return m_request.form == SeenRequest::Form::Command ? asCurlFile(written) : asHttp(written);
    }

    QString host() const { return shownHost(m_host); }

    QString path() const { return shownPath(repaired(m_request.path)); }

    //! The token call of a known provider that a misprinted address was meant for (SGE-13).
    std::optional<WrittenRequest> providersTokenCall() const
    {
        if (!m_pack || m_pack->authMethods.isEmpty() || repaired(m_request.path) == m_request.path)
            return std::nullopt;
        SeenRequest known;
        readAddress(m_pack->authMethods.first().tokenEndpoint, known);
        if (known.host != m_host)
            return std::nullopt;
        WrittenRequest written {u"POST"_s, known.host, known.path, {}, {}};
        QList<SentValue> fields {{u"grant_type"_s, u"refresh_token"_s}};
        for (const QString &name : {u"refresh_token"_s, u"client_id"_s, u"client_secret"_s})
            fields.append({name, placeholder(name)});
        setBody(written, fields, false);
        return written;
    }

    //! As the provider's own login is described.
    WrittenRequest providersLogin(const AuthMethod &method) const
    {
        SeenRequest address;
        readAddress(method.loginEndpoint, address);
        WrittenRequest written {u"POST"_s, address.host, address.path, {}, {}};
        QList<SentValue> fields;
        for (auto it = method.loginFields.begin(); it != method.loginFields.end(); ++it)
            fields.append({it.key(), placeholder(it.key())});
        setBody(written, fields, method.loginEncoding == BodyEncoding::Json);
        return written;
    }

    //! All that stood in the address goes into the body.
    WrittenRequest signIn() const
    {
        WrittenRequest written {u"POST"_s, host(), path(), {}, {}};
        QList<SentValue> fields;
        for (const SentValue &value : m_request.query)
            fields.append({value.name, shown(value)});
        for (const SentValue &value : writtenBody())
            fields.append({value.name, shown(value)});
        setBody(written, fields, false);
        return written;
    }

    WrittenRequest call() const
    {
        WrittenRequest written {
            m_request.method.isEmpty() ? u"GET"_s : m_request.method, host(), path(), {}, {}};
        QStringList kept;
        QList<SentValue> secrets;
        for (const SentValue &value : m_request.query) {
            if (sentKind(value.name) == SentKind::Plain)
                kept += value.value.isEmpty()
                    ? shownName(value.name)
                    : QString(shownName(value.name) % u'=' % shown(value));
            else
                secrets += value;
        }
        if (!kept.isEmpty())
            written.target += u'?' % kept.join(u'&');
        written.headers = headers(secrets);
        const bool signsIn = isSignIn(m_request) || hasKind(writtenBody(), SentKind::Login);
        const bool toPost = written.method == "GET"_L1 && signsIn;
        if (toPost)
            written.method = u"POST"_s;
        if (!m_request.body.isEmpty())
            copyBody(written);
        else if (toPost)
            written.body = u"<credentials>"_s;
        return written;
    }

    QList<SentValue> headers(const QList<SentValue> &secrets) const
    {
        QList<SentValue> headers;
        const auto add = [&headers](const QString &name, const QString &value) {
            for (const SentValue &known : std::as_const(headers)) {
                if (known.name.compare(name, Qt::CaseInsensitive) == 0)
                    return;
            }
            headers.append({name, value});
        };
        const ApiAuthentication *api = m_pack ? &apiOf(*m_pack) : nullptr;
        // A key in two halves is a user name and a password.
        const auto halves = std::count_if(secrets.begin(), secrets.end(), [](const SentValue &s) {
            return sentKind(s.name) == SentKind::Key;
        });
        for (const SentValue &secret : secrets) {
            const SentKind kind = sentKind(secret.name);
            if (kind == SentKind::UserName)
                continue;
            if ((api && api->scheme == ApiScheme::Basic) || (!api && halves == 2))
                add(u"Authorization"_s, u"Basic <user:password in Base64>"_s);
            else if (api && !api->header.isEmpty())
                add(api->header, api->prefix % placeholder(secret.name));
            else if (kind == SentKind::Key)
                add(u"X-API-Key"_s, placeholder(secret.name));
            else
                add(u"Authorization"_s, u"Bearer "_s % placeholder(secret.name));
        }
        if (m_request.basic || !m_request.user.isEmpty())
            add(u"Authorization"_s, u"Basic <user:password in Base64>"_s);
        for (const SentValue &header : m_request.headers) {
            const QString name = placeholder(header.name);
            const QString plain = name.mid(1, name.size() - 2);
            if (plain.compare("host"_L1, Qt::CaseInsensitive) == 0
                || plain.compare("content-type"_L1, Qt::CaseInsensitive) == 0
                || plain.compare("content-length"_L1, Qt::CaseInsensitive) == 0) {
                continue;
            }
            if (!isSecretKey(plain))
                continue;
            add(plain, headerValue(plain, header.value));
        }
        return headers;
    }

    static QString headerValue(const QString &name, const QString &value)
    {
        if (name.compare("cookie"_L1, Qt::CaseInsensitive) == 0) {
            QStringList cookies;
            for (const QString &cookie : value.split(u';', Qt::SkipEmptyParts)) {
                const QString called = cookie.section(u'=', 0, 0).trimmed();
                cookies += shownName(called) % u'=' % placeholder(called);
            }
            return cookies.join(u"; "_s);
        }
        if (!name.endsWith("authorization"_L1, Qt::CaseInsensitive))
            return placeholder(name);
        const QString scheme = value.section(u' ', 0, 0);
        if (scheme.compare("bearer"_L1, Qt::CaseInsensitive) == 0)
            return scheme % u" <access_token>"_s;
        return isScheme(scheme) ? QString(scheme % u" <credentials>"_s) : u"<credentials>"_s;
    }

    static const ApiAuthentication &apiOf(const ProviderPack &pack)
    {
        for (const AuthMethod &method : pack.authMethods) {
            if (pack.api.header.isEmpty() && method.api)
                return *method.api;
        }
        return pack.api;
    }

    QList<SentValue> writtenBody() const
    {
        const QString &body = m_request.body;
        return body.startsWith(u'{') || body.startsWith(u'<') || !body.contains(u'=')
            ? QList<SentValue>()
            : writtenPairs(body);
    }

    void copyBody(WrittenRequest &written) const
    {
        if (const QJsonDocument json = QJsonDocument::fromJson(m_request.body.toUtf8());
            json.isObject()) {
            QList<SentValue> fields;
            const QJsonObject object = json.object();
            for (auto it = object.begin(); it != object.end(); ++it) {
                fields.append(
                    {it.key(),
                     it->isString() ? shown({it.key(), it->toString()}) : placeholder(it.key())});
            }
            return setBody(written, fields, true);
        }
        QList<SentValue> fields;
        for (const SentValue &value : writtenBody())
            fields.append({value.name, shown(value)});
        if (fields.isEmpty())
            written.body = u"<body>"_s;
        else
            setBody(written, fields, false);
    }

    static void setBody(WrittenRequest &written, const QList<SentValue> &fields, bool json)
    {
        QStringList parts;
        for (const SentValue &field : fields) {
            const QString name = placeholder(field.name).mid(1).chopped(1);
            parts += json ? QString(u'"' % name % u"\": \""_s % field.value % u'"')
                          : QString(name % u'=' % field.value);
        }
        written.headers.append({u"Content-Type"_s, json ? QString(jsonType) : QString(formType)});
        written.body = json ? QString(u'{' % parts.join(u", "_s) % u'}') : parts.join(u'&');
    }

    const SeenRequest &m_request;
    QString m_host;
    const ProviderPack *m_pack;
};

} // namespace

QString safeRequest(const SeenRequest &request, const QList<const ProviderPack *> &packs)
{
    return Writer(request, packs).text();
}

} // namespace relink
