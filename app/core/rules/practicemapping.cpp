// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/practicemapping.h"

#include "core/rules/urlpolicy.h"

namespace relink {

using namespace Qt::StringLiterals;

ProviderPack mapToSandbox(ProviderPack pack, const QUrl &sandboxOrigin)
{
    const QString origin = originOf(sandboxOrigin);
    const QString prefix = origin + u'/' + pack.id + u'/';
    const auto map = [&prefix](QString &templ) {
        constexpr auto scheme = "https://"_L1;
        if (templ.startsWith(scheme))
            templ = prefix + templ.mid(scheme.size());
    };
    const auto mapAll = [&map](QList<NamedProbe> &probes) {
        for (NamedProbe &probe : probes)
            map(probe.call.url);
    };
    for (AuthMethod &method : pack.authMethods) {
        map(method.authorizationEndpoint);
        map(method.tokenEndpoint);
        map(method.refreshEndpoint);
        map(method.loginEndpoint);
        map(method.deviceEndpoint);
        map(method.accountCall.url);
        if (method.probe) {
            map(method.probe->url);
            map(method.probe->reachabilityUrl);
        }
        if (method.namedProbes)
            mapAll(*method.namedProbes);
        if (method.revocation)
            map(method.revocation->endpoint);
        // Nothing is registered with the sandbox, and two practice sign-ins may run at once.
        method.redirectPort = 0;
    }
    map(pack.probe.url);
    map(pack.probe.reachabilityUrl);
    mapAll(pack.namedProbes);
    map(pack.revocation.endpoint);
    pack.practiceOrigin = origin;
    pack.loopbackHttpAllowed = true;
    return pack;
}

} // namespace relink
