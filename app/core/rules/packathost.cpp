// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/packathost.h"

#include "core/rules/writtenaddress.h"

#include <QRegularExpression>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

QString hostOf(const QString &address)
{
    SeenRequest parts;
    readAddress(address, parts);
    return parts.scheme.isEmpty() ? QString() : parts.host;
}

QStringList addressesOf(const ProviderPack &pack)
{
    QStringList addresses {pack.probe.url, pack.revocation.endpoint};
    for (const AuthMethod &method : pack.authMethods) {
        addresses << method.loginEndpoint << method.tokenEndpoint << method.refreshEndpoint
                  << method.authorizationEndpoint;
        if (method.probe)
            addresses << method.probe->url;
    }
    return addresses;
}

//! A hole in the known host stands for one name.
bool isHost(const QString &known, const QString &host)
{
    if (!known.contains(u'{'))
        return known == host;
    static const QRegularExpression hole(u"\\\\\\{[^}]*\\\\\\}"_s);
    QString pattern = QRegularExpression::escape(known);
    pattern.replace(hole, u"[a-z0-9-]+"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(host).hasMatch();
}

} // namespace

const ProviderPack *packAtHost(const QString &host, const QList<const ProviderPack *> &packs)
{
    if (host.isEmpty())
        return nullptr;
    for (const ProviderPack *pack : packs) {
        for (const QString &address : addressesOf(*pack)) {
            const QString known = hostOf(address);
            if (known.isEmpty() || known.startsWith(u'{'))
                continue;
            if (!known.contains(u'{')) {
                if (known == host)
                    return pack;
                continue;
            }
            if (isHost(known, host))
                return pack;
        }
    }
    return nullptr;
}

} // namespace relink
