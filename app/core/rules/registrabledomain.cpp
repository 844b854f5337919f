// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/registrabledomain.h"

#include <QStringList>

namespace relink {

using namespace Qt::StringLiterals;

bool isRegistrableDomain(QStringView domain)
{
    const QList<QStringView> labels = domain.split(u'.');
    if (labels.size() < 2 || labels.contains(QStringView()))
        return false;
    // Not the Public Suffix List, which has some ten thousand entries and changes every week: only
    // what countries use in front of their two letters as others use com and org. A pack is read
    // by its author too; this stops `{shop}.co.uk`, not a plot.
    static const QStringList secondLevel {
        u"ac"_s,  u"co"_s,  u"com"_s, u"ed"_s,  u"edu"_s, u"gen"_s, u"go"_s,  u"gob"_s,
        u"gov"_s, u"gv"_s,  u"ind"_s, u"ltd"_s, u"me"_s,  u"mil"_s, u"ne"_s,  u"net"_s,
        u"nhs"_s, u"nom"_s, u"or"_s,  u"org"_s, u"plc"_s, u"sch"_s, u"web"_s,
    };
    // And where anybody gets a name of their own within a minute.
    static const QStringList sharedHosting {
        u"github.io"_s,         u"gitlab.io"_s,
        u"pages.dev"_s,         u"workers.dev"_s,
        u"netlify.app"_s,       u"vercel.app"_s,
        u"herokuapp.com"_s,     u"onrender.com"_s,
        u"web.app"_s,           u"firebaseapp.com"_s,
        u"appspot.com"_s,       u"run.app"_s,
        u"s3.amazonaws.com"_s,  u"cloudfront.net"_s,
        u"azurewebsites.net"_s, u"blob.core.windows.net"_s,
        u"ngrok.io"_s,          u"ngrok-free.app"_s,
        u"trycloudflare.com"_s, u"duckdns.org"_s,
    };
    if (sharedHosting.contains(domain.toString(), Qt::CaseInsensitive))
        return false;
    const bool country = labels.last().size() == 2;
    return labels.size() > 2 || !country
        || !secondLevel.contains(labels.first().toString(), Qt::CaseInsensitive);
}

} // namespace relink
