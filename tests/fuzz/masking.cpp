// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/redact.h"

#include "core/rules/maskedpassage.h"
#include "fuzz/target.h"

namespace relink::fuzz {

namespace {

using namespace Qt::StringLiterals;

const QString canary = u"Zq7Kx9-CANARY.4Wd2"_s;

//! A secret as texts hold it, on a line of its own.
QString planted(qsizetype which)
{
    static const QStringList forms {
        u"{\"access_token\":\"%1\",\"expires_in\":1800}"_s,
        u"Authorization: Bearer %1"_s,
        u"X-Api-Key: %1"_s,
        u"grant_type=refresh_token&refresh_token=%1&scope=a"_s,
        u"<password>%1</password>"_s,
        u"https://shop.example/cb?code=%1&state=x"_s,
        u"https://shop:%1@shop.example/"_s,
        u"client_secret: %1"_s,
        u"curl -u shop:%1 https://api.shop.example/"_s,
        u"token=Bearer %1"_s,
        u"\\\"refresh_token\\\":\\\"%1\\\""_s,
        u"The access token %1 has expired"_s,
        u"The given key \"%1\" is invalid"_s,
        u"Kennwort: %1"_s,
        u"<token value=\"%1\"/>"_s,
    };
    return forms.at(which % forms.size()).arg(canary);
}

//! Six characters of it in a row are too many.
bool showsCanary(const QString &text)
{
    constexpr qsizetype few = 6;
    for (qsizetype i = 0; i + few <= canary.size(); ++i) {
        if (text.contains(QStringView(canary).mid(i, few)))
            return true;
    }
    return false;
}

} // namespace

//! What is shown, logged or kept of any text.
void read(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    const QString hidden = redact(text);
    require(redact(hidden) == hidden, "what is hidden stays as it is");

    const qsizetype cut = choice(input, text.size() + 1);
    const QString around
        = text.left(cut) % u'\n' % planted(choice(input, 900)) % u'\n' % text.mid(cut);
    if (showsCanary(text))
        return;
    require(!showsCanary(redact(around)), "a secret is hidden, whatever stands around it");
    for (qsizetype i = 0; i < 2; ++i) {
        const qsizetype start = choice(input + char('a' + i), around.size());
        const qsizetype length = choice(input + char('k' + i), around.size() - start + 1);
        const QString shown = maskedPassage(around, {start, length});
        require(!showsCanary(shown), "a passage shows no secret");
        require(!shown.contains(QChar(0xFDD0)) && !shown.contains(QChar(0xFDD1)),
                "a passage without marks of ours");
    }
    const qsizetype at = around.indexOf(canary);
    require(!showsCanary(maskedPassage(around, {at, canary.size()})), "a secret is no passage");
    require(isHidden(around, canary), "a secret is known as hidden");
}

} // namespace relink::fuzz
