// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/requestlint.h"

#include "core/rules/seenrequests.h"
#include "fuzz/target.h"
#include "support/diagnosecorpus.h"

namespace relink::fuzz {

namespace {

using namespace Qt::StringLiterals;

const QString canary = u"Zq7Kx9CANARY4Wd2"_s;

//! Unsafe requests as people write them, on a line of its own.
QString planted(qsizetype which)
{
    static const QStringList forms {
        u"https://api.shop.example/orders?api_key=%1&page=2"_s,
        u"GET https://api.shop.example/login?UserName=shop&Password=%1"_s,
        u"curl -u shop:%1 http://api.shop.example/v1/token"_s,
        u"curl -H 'Authorization: Bearer %1' http://api.shop.example/"_s,
        u"https://shop:%1@api.shop.example/"_s,
        u"curl https://api.shop.example/token -d 'client_secret=%1'"_s,
    };
    return forms.at(which % forms.size()).arg(canary);
}

void judge(const QString &text, const QByteArray &input)
{
    const QList<const ProviderPack *> &packs = test::allPacks();
    const RequestLint lint = lintRequest(text, packs);
    int line = 1;
    const qsizetype lines = text.count(u'\n') + 1;
    for (const RequestFinding &finding : lint.findings) {
        require(allRequestFlaws().contains(finding.flaw), "a flaw of the closed list");
        require(finding.line >= line && finding.line <= lines, "findings in the order of lines");
        line = finding.line;
    }
    const qsizetype requests = seenRequests(text).size();
    require(lint.hasRequest == (requests > 0), "there is a request or none");
    require(requests <= 200, "no more requests than can be told");
    require(choice(input, 8) != 0 || lintRequest(text, packs) == lint, "the same twice");
}

bool shows(const RequestLint &lint)
{
    if (lint.suggested.contains(canary))
        return true;
    for (const RequestFinding &finding : lint.findings) {
        if (finding.what.contains(canary))
            return true;
    }
    return false;
}

} // namespace

//! What `relink lint-request` makes of a text.
void read(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    judge(text, input);
    if (text.contains(canary, Qt::CaseInsensitive))
        return;
    const QString around
        = text.left(choice(input, text.size() + 1)) % u'\n' % planted(choice(input, 900)) % u'\n';
    require(!shows(lintRequest(around, test::allPacks())), "no secret is told");
}

} // namespace relink::fuzz
