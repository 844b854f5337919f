// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/secretcompare.h"

#include <QCryptographicHash>

namespace relink {

namespace {

QByteArray digest(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

//! Over digests, which are of one length whatever was entered.
bool isSame(const QByteArray &one, const QByteArray &another)
{
    const QByteArray a = digest(one);
    const QByteArray b = digest(another);
    unsigned char difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a.at(i) ^ b.at(i));
    return difference == 0;
}

QList<CredentialFinding> removableIn(const QString &value)
{
    QList<CredentialFinding> findings;
    for (const CredentialFinding &finding : lintCredential(value)) {
        if (finding.removable)
            findings.append(finding);
    }
    return findings;
}

} // namespace

SecretComparison compareSecrets(const SecretBytes &stored, const SecretBytes &entered)
{
    using enum SecretComparison::Outcome;
    SecretComparison result;
    if (stored.isEmpty())
        return result;
    if (isSame(stored.reveal(), entered.reveal())) {
        result.outcome = Same;
        return result;
    }
    const QString kept = QString::fromUtf8(stored.reveal());
    const QString given = QString::fromUtf8(entered.reveal());
    const QList<CredentialFinding> inKept = removableIn(kept);
    const QList<CredentialFinding> inGiven = removableIn(given);
    const bool same = isSame(cleaned(kept, inKept).toUtf8(), cleaned(given, inGiven).toUtf8());
    result.outcome = same ? SameButForCharacters : Differs;
    if (same) {
        result.inStored = !inKept.isEmpty();
        result.findings = result.inStored ? inKept : inGiven;
    }
    return result;
}

} // namespace relink
