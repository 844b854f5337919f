// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QUrl>

namespace relink::test {

//! An answer as it came over the wire; status 0: none came.
struct Heard
{
    int status = 0;
    QByteArray body;
    QMap<QByteArray, QByteArray> headers; //!< names in lower case

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QString text(const char *key) const { return json().value(QLatin1StringView(key)).toString(); }
};

using Fields = QMap<QString, QString>;

//! The real executable in a process of its own, and a plain HTTP client that follows no redirect.
class Playground
{
public:
    //! Starts the sandbox; `isRunning()` says whether that worked.
    explicit Playground(const QStringList &arguments = {});
    ~Playground();

    bool isRunning() const { return !m_origin.isEmpty(); }
    QString origin() const { return m_origin; }
    QProcess &process() { return m_process; }

    Heard send(const QByteArray &method, const QString &pathOrUrl,
               const QMap<QByteArray, QByteArray> &headers = {}, const QByteArray &body = {});
    Heard get(const QString &pathOrUrl, const QMap<QByteArray, QByteArray> &headers = {});
    Heard postForm(const QString &pathOrUrl, const Fields &fields,
                   const QMap<QByteArray, QByteArray> &headers = {});
    Heard postJson(const QString &pathOrUrl, const QJsonObject &object,
                   const QMap<QByteArray, QByteArray> &headers = {});
    Heard fault(const QString &provider, const QString &name, int times = 0,
                const QJsonObject &more = {});
    void restore();
    //! The requests of the log that are of this kind.
    QList<QJsonObject> log(const QString &kind);

private:
    QProcess m_process;
    QNetworkAccessManager m_network;
    QString m_origin;
};

QByteArray encodeForm(const Fields &fields);
//! The parameters of the redirect that this answer is.
Fields redirectParameters(const Heard &heard);

//! One provider's life, driven by its pack alone.
class Life
{
public:
    Life(Playground &playground, const ProviderPack &pack,
         Environment environment = Environment::Production);

    //! The sandbox's address for a template of the pack.
    QString address(const QString &templ) const;
    Fields wish() const; //!< parameters of a good authorization request
    QString consentAddress(const Fields &parameters) const;
    //! GET the page, POST the decision; returns the redirect.
    Heard consent(const Fields &parameters,
                  const Fields &form = {{QStringLiteral("decision"), QStringLiteral("allow")}});
    //! consent() with wish(), its code kept.
    bool authorize(const Fields &form = {{QStringLiteral("decision"), QStringLiteral("allow")}});
    Heard exchange(const Fields &changes = {});
    Heard refresh(const QString &token);
    Heard probe(const QString &token);
    //! authorize() and exchange() with everything as it should be.
    bool connectIt();

    const ProviderPack &pack;
    const AuthMethod *method = nullptr; //!< the pack's authorization code method
    Environment environment;
    Fields values; //!< placeholders
    Fields redirected; //!< parameters of the last redirect
    QString redirectUri;
    QString verifier;
    QString accessToken;
    QString refreshToken;

private:
    Heard post(const QString &url, Fields fields);

    Playground &m_playground;
};

} // namespace relink::test
