// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/revocationwarning.h"

#include "core/rules/plaintext.h"
#include "ui/connectionactions.h"
#include "words/words.h"

namespace relink {

QString revocationWarning(const ProviderPack *pack, const QString &providerName)
{
    if (!pack || pack->revocation.exists()) {
        return ConnectionActions::tr(
                   "Relink asks %1 to end the access and forgets the sign-in. What uses this "
                   "connection stops working until you authorise it again. This cannot be taken "
                   "back.")
            .arg(providerName);
    }
    QStringList paragraphs {
        ConnectionActions::tr(
            "Relink cannot ask %1 to end the access: it only forgets the sign-in on this computer. "
            "What uses this connection stops working until you authorise it again. This cannot be "
            "taken back.")
            .arg(providerName)};
    const QString path = plainText(
        words::packText(pack->revocation.menuPath, {{QStringLiteral("provider"), providerName}}));
    if (!path.isEmpty()) {
        //: %1 is a provider, %2 a menu path there
        paragraphs.append(
            ConnectionActions::tr("At %1 the access ends only when you end it there: %2")
                .arg(providerName, path));
        if (!pack->revocation.menuPathConfirmed) {
            paragraphs.append(ConnectionActions::tr(
                "This path is not confirmed; it may have another name there."));
        }
    }
    return paragraphs.join(QStringLiteral("\n\n"));
}

} // namespace relink
