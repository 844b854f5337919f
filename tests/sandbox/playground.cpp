// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/playground.h"

#include "core/rules/template.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QIODevice>
#include <QNetworkProxy>
#include <QTest>
#include <QTimer>
#include <QUrlQuery>

#include <cstring>
#include <memory>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

//! A body that cannot be rewound: the access manager repeats a request whose connection dropped,
//! and a repeated POST would be counted twice.
class OneShotBody : public QIODevice
{
public:
    explicit OneShotBody(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly);
    }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_at + QIODevice::bytesAvailable();
    }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const qint64 count = qMin<qint64>(maximum, m_bytes.size() - m_at);
        if (count <= 0)
            return -1;
        memcpy(data, m_bytes.constData() + m_at, static_cast<size_t>(count));
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    qint64 m_at = 0;
};

} // namespace

Playground::Playground(const QStringList &arguments)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(RELINK_SANDBOX),
                    QStringList {u"--exit-with-stdin"_s} + arguments);
    QByteArray output;
    const bool said = QTest::qWaitFor(
        [&] {
            output += m_process.readAllStandardOutput();
            return output.contains('\n') || m_process.state() == QProcess::NotRunning;
        },
        10'000);
    if (said && output.startsWith("Sandbox: "))
        m_origin = QString::fromUtf8(output.mid(9).trimmed());
}

Playground::~Playground()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished(1000);
}

Heard Playground::send(const QByteArray &method, const QString &pathOrUrl,
                       const QMap<QByteArray, QByteArray> &headers, const QByteArray &body)
{
    QNetworkRequest request(
        QUrl(pathOrUrl.startsWith(u'/') ? QString(m_origin + pathOrUrl) : pathOrUrl));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(10'000);
    for (auto it = headers.begin(); it != headers.end(); ++it)
        request.setRawHeader(it.key(), it.value());
    OneShotBody device(body);
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    const std::unique_ptr<QNetworkReply> reply(
        body.isEmpty() ? m_network.sendCustomRequest(request, method)
                       : m_network.sendCustomRequest(request, method, &device));
    if (!reply->isFinished()) {
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(std::chrono::seconds(15), &loop, &QEventLoop::quit);
        loop.exec();
    }
    if (!reply->isFinished())
        return {};
    Heard heard;
    heard.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    heard.body = reply->readAll();
    for (const auto &[name, value] : reply->rawHeaderPairs())
        heard.headers.insert(name.toLower(), value);
    return heard;
}

Heard Playground::get(const QString &pathOrUrl, const QMap<QByteArray, QByteArray> &headers)
{
    return send("GET", pathOrUrl, headers);
}

Heard Playground::postForm(const QString &pathOrUrl, const Fields &fields,
                           const QMap<QByteArray, QByteArray> &headers)
{
    QMap<QByteArray, QByteArray> all = headers;
    all.insert("Content-Type", "application/x-www-form-urlencoded");
    return send("POST", pathOrUrl, all, encodeForm(fields));
}

Heard Playground::postJson(const QString &pathOrUrl, const QJsonObject &object,
                           const QMap<QByteArray, QByteArray> &headers)
{
    QMap<QByteArray, QByteArray> all = headers;
    all.insert("Content-Type", "application/json");
    return send("POST", pathOrUrl, all, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Heard Playground::fault(const QString &provider, const QString &name, int times,
                        const QJsonObject &more)
{
    QJsonObject object = more;
    object.insert(u"provider"_s, provider);
    object.insert(u"fault"_s, name);
    if (times > 0)
        object.insert(u"times"_s, times);
    return postJson(u"/_sandbox/faults"_s, object);
}

void Playground::restore()
{
    send("POST", u"/_sandbox/restore"_s);
}

QList<QJsonObject> Playground::log(const QString &kind)
{
    QList<QJsonObject> lines;
    const QList<QByteArray> all = get(u"/_sandbox/log"_s).body.split('\n');
    for (const QByteArray &line : all) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object["kind"_L1].toString() == kind)
            lines.append(object);
    }
    return lines;
}

QByteArray encodeForm(const Fields &fields)
{
    QByteArray encoded;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        encoded += encoded.isEmpty() ? "" : "&";
        encoded += QUrl::toPercentEncoding(it.key()) + '=' + QUrl::toPercentEncoding(it.value());
    }
    return encoded;
}

Fields redirectParameters(const Heard &heard)
{
    const QUrlQuery query(QUrl::fromEncoded(heard.headers.value("location")));
    Fields fields;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        fields.insert(name, value);
    return fields;
}

Life::Life(Playground &playground, const ProviderPack &ofPack, Environment ofEnvironment)
    : pack(ofPack)
    , environment(ofEnvironment)
    , redirectUri(u"http://127.0.0.1:48017/callback"_s)
    , verifier(u"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_s)
    , m_playground(playground)
{
    for (const AuthMethod &candidate : pack.authMethods) {
        if (!method && candidate.kind == AuthKind::AuthorizationCode)
            method = &candidate;
    }
    values = pack.constants;
    values.insert(u"shop"_s, u"my-store"_s);
}

QString Life::address(const QString &templ) const
{
    const auto full = expand(templ, values);
    if (!full)
        return {};
    QUrl url(*full);
    const QString host = pack.hostsByEnvironment.value(environment).value(url.host(), url.host());
    QString result
        = m_playground.origin() + u'/' + pack.id + u'/' + host + url.path(QUrl::FullyEncoded);
    if (url.hasQuery())
        result += u'?' + url.query(QUrl::FullyEncoded);
    return result;
}

Fields Life::wish() const
{
    Fields fields {
        {u"response_type"_s, u"code"_s},
        {u"client_id"_s, u"practice-client"_s},
        {u"redirect_uri"_s, redirectUri},
        {u"state"_s, u"st-4tE_~.x"_s},
        {u"scope"_s,
         method->scopes.join(method->scopeSeparator.isEmpty() ? u" "_s : method->scopeSeparator)},
    };
    if (method->pkce) {
        const QByteArray challenge
            = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256)
                  .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        fields.insert(u"code_challenge"_s, QString::fromLatin1(challenge));
        fields.insert(u"code_challenge_method"_s, u"S256"_s);
    }
    return fields;
}

QString Life::consentAddress(const Fields &parameters) const
{
    const QString endpoint = method->discovers
        ? QString(m_playground.origin() + u'/' + pack.id + u"/authorize"_s)
        : address(method->authorizationEndpoint);
    return endpoint + u'?' + QString::fromLatin1(encodeForm(parameters));
}

Heard Life::consent(const Fields &parameters, const Fields &form)
{
    const QString url = consentAddress(parameters);
    const Heard page = m_playground.get(url);
    if (page.status != 200)
        return page;
    return m_playground.postForm(url, form);
}

bool Life::authorize(const Fields &form)
{
    redirected = redirectParameters(consent(wish(), form));
    return redirected.contains(u"code"_s);
}

Heard Life::post(const QString &url, Fields fields)
{
    // As the pack's first way of client authentication has it.
    QMap<QByteArray, QByteArray> headers {{"Accept", "application/json"}};
    const ClientAuthMethod way = method->clientAuthMethods.value(0, ClientAuthMethod::None);
    switch (way) {
    case ClientAuthMethod::Basic:
    case ClientAuthMethod::BasicRaw:
        headers.insert("Authorization",
                       "Basic " + QByteArray("practice-client:practice-secret").toBase64());
        break;
    case ClientAuthMethod::Post:
        fields.insert(u"client_secret"_s, u"practice-secret"_s);
        fields.insert(u"client_id"_s, u"practice-client"_s);
        break;
    case ClientAuthMethod::None:
        fields.insert(u"client_id"_s, u"practice-client"_s);
        break;
    case ClientAuthMethod::SecretBearer:
    case ClientAuthMethod::PrivateKeyJwt:
        break; // testjourneys.cpp
    }
    if (method->tokenEncoding == BodyEncoding::Json) {
        QJsonObject object;
        for (auto it = fields.begin(); it != fields.end(); ++it)
            object.insert(it.key(), it.value());
        return m_playground.postJson(url, object, headers);
    }
    return m_playground.postForm(url, fields, headers);
}

Heard Life::exchange(const Fields &changes)
{
    Fields fields {{u"grant_type"_s, u"authorization_code"_s},
                   {u"code"_s, redirected.value(u"code"_s)},
                   {u"redirect_uri"_s, redirectUri}};
    if (method->pkce)
        fields.insert(u"code_verifier"_s, verifier);
    fields.insert(method->tokenParameters);
    fields.insert(changes);
    const Heard heard
        = post(method->discovers ? QString(m_playground.origin() + u'/' + pack.id + u"/token"_s)
                                 : address(method->tokenEndpoint),
               fields);
    if (heard.status == 200) {
        accessToken = heard.text("access_token");
        refreshToken = heard.text("refresh_token");
    }
    return heard;
}

Heard Life::refresh(const QString &token)
{
    const QString endpoint
        = method->refreshEndpoint.isEmpty() ? method->tokenEndpoint : method->refreshEndpoint;
    return post(method->discovers ? QString(m_playground.origin() + u'/' + pack.id + u"/token"_s)
                                  : address(endpoint),
                {{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, token}});
}

Heard Life::probe(const QString &token)
{
    const QString header = pack.api.header.isEmpty() ? u"Authorization"_s : pack.api.header;
    const QString prefix = pack.api.header.isEmpty() ? u"Bearer "_s : pack.api.prefix;
    QString url = address(pack.probe.url);
    if (method && method->discovers)
        url = m_playground.origin() + u'/' + pack.id + u"/userinfo"_s;
    else if (pack.probe.url.isEmpty())
        url = address(method->tokenEndpoint).section(u'/', 0, 4) + u"/any/call"_s;
    const QByteArray verb = pack.probe.method.isEmpty() ? "GET" : pack.probe.method.toLatin1();
    return m_playground.send(verb, url, {{header.toLatin1(), QString(prefix + token).toUtf8()}},
                             verb == "GET" ? QByteArray() : pack.probe.body);
}

bool Life::connectIt()
{
    if (!authorize())
        return false;
    for (const Capture &capture : method->callbackCaptures)
        values.insert(capture.as, redirected.value(capture.from));
    return exchange().status == 200 && !accessToken.isEmpty();
}

} // namespace relink::test
