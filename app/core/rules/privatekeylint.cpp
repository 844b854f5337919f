// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/privatekeylint.h"

#include "core/rules/pemtext.h"

#include <QRegularExpression>

namespace relink {

using namespace Qt::StringLiterals;

std::optional<PrivateKeyFlaw> lintPrivateKey(const QString &pasted)
{
    const QString text = QString::fromUtf8(pemText(pasted.toUtf8()));
    static const QRegularExpression begin(u"^-----BEGIN ([A-Z0-9 ]+)-----\\s"_s,
                                          QRegularExpression::MultilineOption);
    // A file may hold the public half as well: what matters is whether a private one is in it.
    std::optional<PrivateKeyFlaw> flaw = PrivateKeyFlaw::NotPem;
    auto matches = begin.globalMatch(text + u'\n');
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString label = match.captured(1);
        if (label == "ENCRYPTED PRIVATE KEY"_L1) {
            flaw = PrivateKeyFlaw::Encrypted;
        } else if (label.endsWith("PRIVATE KEY"_L1)) {
            const QString rest = text.mid(match.capturedEnd(1));
            if (!rest.contains(QString(u"-----END "_s % label % u"-----"_s)))
                return PrivateKeyFlaw::Incomplete;
            // The older form says so in a line of its own (RFC 1421).
            if (rest.contains("Proc-Type: 4,ENCRYPTED"_L1))
                return PrivateKeyFlaw::Encrypted;
            return std::nullopt;
        } else if (label.contains("CERTIFICATE"_L1)) {
            flaw = PrivateKeyFlaw::Certificate;
        } else if (label.endsWith("PUBLIC KEY"_L1)) {
            flaw = PrivateKeyFlaw::PublicKey;
        }
    }
    return flaw;
}

} // namespace relink
