// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/secrethosts.h"

#include "core/rules/inputs.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! Of a template: what stands between the scheme and the path. The path of an entered address is
//! a placeholder of its own.
QString hostOf(const QString &address)
{
    static const QRegularExpression pathOfInput(u"\\{[^{}]*\\.path\\}.*"_s);
    return address.section(u"://"_s, -1)
        .section(u'/', 0, 0)
        .section(u'?', 0, 0)
        .remove(pathOfInput);
}

QStringList filledIn(const QStringList &hosts, const QString &placeholder,
                     const QStringList &values)
{
    const QString mark = u'{' % placeholder % u'}';
    QStringList filled;
    for (const QString &host : hosts) {
        if (values.isEmpty() || !host.contains(mark)) {
            filled.append(host);
            continue;
        }
        for (const QString &value : values)
            filled.append(QString(host).replace(mark, value));
    }
    return filled;
}

//! Once for every value that may be chosen.
QStringList withChoices(const QString &host, const AuthMethod &method)
{
    QStringList hosts {host};
    for (const InputField &field : method.inputs) {
        for (auto it = field.choiceValues.begin(); it != field.choiceValues.end(); ++it)
            hosts = filledIn(hosts, it.key(), it->values());
        hosts = filledIn(hosts, field.key, field.choices);
    }
    return hosts;
}

} // namespace

QStringList secretHosts(const ProviderPack &pack, const AuthMethod &method, Environment environment)
{
    const QMap<QString, QString> moved = pack.hostsByEnvironment.value(environment);
    QStringList hosts;
    for (const QString &address :
         {method.deviceEndpoint, method.tokenEndpoint, method.loginEndpoint, method.refreshEndpoint,
          method.accountCall.url, pack.probeOf(&method).url, pack.revocationOf(&method).endpoint}) {
        const QString host = hostOf(address);
        for (const QString &there : withChoices(moved.value(host, host), method)) {
            if (!there.isEmpty() && !hosts.contains(there))
                hosts.append(there);
        }
    }
    return hosts;
}

bool asksForAddresses(const ProviderPack &pack, const AuthMethod &method)
{
    const QList<InputField> fields = inputFields(pack, method, Environment::Production);
    return method.discovers
        || std::any_of(fields.begin(), fields.end(),
                       [](const InputField &field) { return isAddressInput(field.key); });
}

} // namespace relink
