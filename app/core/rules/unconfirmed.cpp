// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/unconfirmed.h"

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! An entry is a name, perhaps with a remark in brackets: `lifetimes.rotates (one source)`.
bool lists(const QStringList &entries, const QString &name)
{
    return std::any_of(entries.begin(), entries.end(), [&name](const QString &entry) {
        QString said = entry.section(u'(', 0, 0).trimmed();
        // Several names may share a remark, and a way of connecting may stand before them.
        for (QString part : said.split(u',')) {
            part = part.trimmed().section(u' ', -1);
            if (part == name || name.startsWith(part + u'.'))
                return true;
        }
        return false;
    });
}

} // namespace

Unconfirmed unconfirmedIn(const ProviderPack &pack)
{
    const QStringList &entries = pack.unverified;
    Unconfirmed result;
    result.accessLifetime = lists(entries, u"lifetimes.access_seconds"_s);
    result.signInLifetime = lists(entries, u"lifetimes.refresh_idle_seconds"_s)
        || lists(entries, u"lifetimes.refresh_hard_seconds"_s)
        || lists(entries, u"lifetimes.refresh_never_expires"_s);
    result.rotation = lists(entries, u"lifetimes.rotates"_s);
    result.revocation
        = lists(entries, u"revocation.endpoint"_s) || lists(entries, u"revocation.style"_s);
    result.revocationPath
        = lists(entries, u"revocation.menu_path"_s) || !pack.revocation.menuPathConfirmed;
    result.redirect = lists(entries, u"redirect"_s);
    result.scopes = lists(entries, u"scopes"_s);
    result.rateLimits = lists(entries, u"rate_limits.note"_s);
    result.testEnvironment = lists(entries, u"environments.test"_s);
    return result;
}

} // namespace relink
