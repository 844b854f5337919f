// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/storedformat.h"

#include "core/rules/checkresults.h"
#include "core/rules/credentiallint.h"
#include "core/rules/privatekeylint.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

struct Found
{
    QString field; //!< label
    CredentialFinding finding;
};

void describe(CheckResult &result, const QList<Found> &found)
{
    const Found &first = found.first();
    result.values.insert(u"field"_s, first.field);
    result.values.insert(u"flaw"_s, toString(first.finding.flaw));
    result.values.insert(u"code_point"_s, QString::number(uint(first.finding.codePoint), 16));
    result.values.insert(u"position"_s, QString::number(first.finding.position + 1));
    result.values.insert(u"count"_s, QString::number(found.size()));
}

} // namespace

CheckResult checkStoredFormat(const AuthMethod &method, const Credential &credential)
{
    QList<Found> removable;
    QList<Found> suspicious;
    int looked = 0;
    for (const InputField &field : method.inputs) {
        const SecretBytes secret = credential.inputs.value(field.key);
        if (!field.secret || secret.isEmpty())
            continue;
        ++looked;
        const QString value = QString::fromUtf8(secret.reveal());
        if (field.key == method.assertion.keyInput) {
            if (lintPrivateKey(value)) {
                CheckResult result
                    = failedCheck(CheckId::Format, u"no_key"_s, ErrorClass::CredentialFormat);
                result.values.insert(u"field"_s, field.label);
                return result;
            }
            continue;
        }
        for (const CredentialFinding &finding : lintInput(field, value))
            (finding.removable ? removable : suspicious).append({field.label, finding});
    }
    CheckResult result;
    if (!removable.isEmpty()) {
        result = failedCheck(CheckId::Format, u"copied_along"_s, ErrorClass::CredentialFormat);
        describe(result, removable);
    } else if (!suspicious.isEmpty()) {
        result = passedCheck(CheckId::Format, checkdetail::beside);
        describe(result, suspicious);
    } else {
        result = passedCheck(CheckId::Format, looked > 0 ? u"clean"_s : u"none_stored"_s);
    }
    return result;
}

} // namespace relink
