// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/calls.h"

#include "core/rules/callparts.h"
#include "core/rules/inputs.h"
#include "core/rules/signing.h"
#include "core/rules/template.h"

#include <QUrlQuery>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;
using namespace callparts;

namespace {

bool hasHeader(const QList<HttpHeader> &headers, const QByteArray &name)
{
    return std::any_of(headers.begin(), headers.end(), [&name](const HttpHeader &h) {
        return h.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

void addQuery(QUrl &url, const QString &name, const QString &value)
{
    QUrlQuery query(url);
    query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(name)),
                       QString::fromLatin1(QUrl::toPercentEncoding(value)));
    url.setQuery(query);
}

//! The rest of a call whose address, method and body are there.
Result<ApiCall> completed(ApiCall call, const ResolvedProvider &resolved,
                          const Connection &connection, const Credential &credential,
                          const QMap<QString, QString> &headers, bool sendsOrganisation,
                          const char *accept, const CallMoment &moment)
{
    const bool tellsOrganisation = sendsOrganisation && !connection.organisation.id.isEmpty();
    if (tellsOrganisation && !resolved.organisationParameter.isEmpty())
        addQuery(call.url, resolved.organisationParameter, connection.organisation.id);
    if (const auto done = authenticate(call, resolved, credential); !done)
        return done.error();
    if (const auto done = addHeaders(call.headers, headers, resolved.values); !done)
        return done.error();
    if (tellsOrganisation && !resolved.organisationHeader.isEmpty()) {
        call.headers.append(HttpHeader {resolved.organisationHeader.toLatin1(),
                                        connection.organisation.id.toUtf8()});
    }
    if (!hasHeader(call.headers, "Accept"))
        call.headers.append(HttpHeader {"Accept", accept});
    if (const auto done = sign(call, resolved.api.scheme, credential, moment); !done)
        return done.error();
    return call;
}

const char *acceptedBy(const ProbeDefinition &probe)
{
    return probe.xmlAnswer ? "application/xml" : "application/json";
}

} // namespace

Result<ApiCall> probeCall(const ResolvedProvider &resolved, const Connection &connection,
                          const Credential &credential, const CallMoment &moment)
{
    if (resolved.endpoints.probe.isEmpty())
        return missing(input::probeUrl, u"There is no address for checking this connection."_s);
    ApiCall call;
    call.url = resolved.endpoints.probe;
    if (!resolved.ownProbe) {
        call.method = resolved.probe.method.toLatin1();
        call.body = resolved.probe.body;
    }
    return completed(std::move(call), resolved, connection, credential,
                     resolved.ownProbe ? QMap<QString, QString>() : resolved.probe.headers,
                     resolved.ownProbe || resolved.probe.sendsOrganisation,
                     acceptedBy(resolved.probe), moment);
}

Result<ApiCall> namedProbeCall(const ResolvedProvider &resolved, const ResolvedNamedProbe &probe,
                               const Connection &connection, const Credential &credential,
                               const CallMoment &moment)
{
    const ProbeDefinition &definition = probe.probe.call;
    ApiCall call;
    call.url = probe.url;
    call.method = definition.method.toLatin1();
    call.body = definition.body;
    return completed(std::move(call), resolved, connection, credential, definition.headers,
                     definition.sendsOrganisation, acceptedBy(definition), moment);
}

Result<ApiCall> accountCall(const ResolvedProvider &resolved, const Credential &credential)
{
    const AccountCall &account = resolved.method.accountCall;
    const QByteArray &token = credential.accessToken.reveal();
    if (token.isEmpty() || !isHeaderSafe(token))
        return missing("access_token", u"There is no access token."_s);
    ApiCall call;
    call.url = resolved.account;
    call.secretHeaderName = account.header.toLatin1();
    call.secretHeaderValue = SecretBytes(account.prefix.toUtf8() + token);
    call.headers.append(HttpHeader {"Accept", "application/json"});
    return call;
}

} // namespace relink
