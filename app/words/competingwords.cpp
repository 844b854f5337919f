// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/competingwords.h"

#include "core/rules/plaintext.h"
#include "words/translate.h"

#include <QLocale>

namespace relink::words {

QString secondSignIn(const QList<Competitor> &competitors, const ProviderPack &pack)
{
    const bool ends = endsAnother(pack, competitors);
    if (competitors.isEmpty() || (!ends && !competitors.first().certain))
        return {};
    QStringList names;
    for (const Competitor &competitor : competitors) {
        // Where no harm is known of, only what is certain is worth a word.
        if (ends || competitor.certain)
            names.append(translate("Competing", "“%1”").arg(plainText(competitor.name, 60)));
    }
    const QString provider = shownProvider(pack.name);
    const QString all = QLocale().createSeparatedList(names);
    if (!ends) {
        return names.size() == 1
            ? translate("Competing",
                        "%1 is already connected to the same account at %2. If one of them stops "
                        "later, the second sign-in may be why.")
                  .arg(all, provider)
            : translate("Competing",
                        "%1 are already connected to the same account at %2. If one of them stops "
                        "later, one more sign-in may be why.")
                  .arg(all, provider);
    }
    const QString what = names.size() == 1
        ? translate("Competing", "%1 is already connected to %2.").arg(all, provider)
        : translate("Competing", "%1 are already connected to %2.").arg(all, provider);
    return what + u' '
        + (*pack.signInsPerUser == 1
               ? translate("Competing",
                           "A sign-in for the same company with the same user ends the earlier "
                           "one. Sign in with another user, or keep only one of the two.")
               : translate("Competing",
                           "One more sign-in with the same user ends the oldest one. Sign in with "
                           "another user, or remove one that is not needed."));
}

} // namespace relink::words
