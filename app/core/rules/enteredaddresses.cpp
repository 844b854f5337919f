// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/enteredaddresses.h"

#include "core/rules/inputs.h"
#include "core/rules/resolve.h"
#include "core/rules/template.h"
#include "core/rules/urlpolicy.h"

#include <QSet>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! The input that ends the host of an address; empty where the pack does.
QString hostInput(const QString &templ)
{
    const QString authority = templateAuthority(templ).section(u':', 0, 0);
    if (!authority.endsWith(u'}'))
        return {};
    const QStringList names = placeholders(authority).value_or(QStringList());
    QString last = names.isEmpty() ? QString() : names.last();
    if (last.endsWith(".path"_L1))
        last.chop(5);
    return last;
}

QString serverOf(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.host().isEmpty()
        ? address
        : url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery
                       | QUrl::RemoveFragment | QUrl::FullyEncoded);
}

} // namespace

QStringList enteredAddresses(const ProviderPack &pack, const Connection &connection)
{
    const AuthMethod *method = methodOf(pack, connection);
    if (!method)
        return {};
    const QMap<QString, QString> values = placeholderValues(pack, *method, connection);
    QSet<QString> open;
    QSet<QString> found;
    for (const InputField &field : inputFields(pack, *method, connection.environment)) {
        const QString value = values.value(field.key);
        if (field.secret || !field.choices.isEmpty() || value.isEmpty())
            continue;
        open.insert(field.key);
        // Where the browser ends with a code; on this computer it leads to nobody else.
        const bool isElsewhere = field.key == QLatin1StringView(input::redirectUri)
            && value.contains("://"_L1) && !isLoopback(QUrl(value, QUrl::StrictMode));
        if (isAddressInput(field.key) || isElsewhere)
            found.insert(serverOf(value));
    }
    for (const QString &templ :
         {method->authorizationEndpoint, method->tokenEndpoint, method->refreshEndpoint,
          method->deviceEndpoint, method->loginEndpoint, method->accountCall.url,
          pack.probeOf(method).url, pack.revocationOf(method).endpoint}) {
        const QString key = hostInput(templ);
        if (open.contains(key))
            found.insert(serverOf(u"https://"_s + values.value(key)));
    }
    QStringList servers(found.begin(), found.end());
    servers.sort();
    return servers;
}

} // namespace relink
