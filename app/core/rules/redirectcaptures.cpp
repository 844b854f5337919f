// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/calls.h"

#include "core/rules/inputs.h"
#include "core/rules/template.h"

#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QUrl>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

AuthError captureError(const QString &name, const QString &sentence)
{
    AuthError error = localError(code::invalidInput, sentence);
    error.origin = ErrorOrigin::RedirectListener;
    error.providerCode = name;
    return error;
}

//! The provider signs the other parameters, sorted by name, with the client secret.
bool isSignedRight(const QString &parameter, const Credential &secrets,
                   const AuthorizationGrant &grant)
{
    QMap<QString, QString> parameters = grant.parameters;
    const QByteArray given = parameters.take(parameter).toLatin1().toLower();
    parameters.insert(u"code"_s, QString::fromUtf8(grant.code.reveal()));
    if (!grant.state.isEmpty())
        parameters.insert(u"state"_s, grant.state);
    // As encodeURIComponent() leaves them, with which such signatures are made.
    const QByteArray unescaped = "!'()*";
    QByteArray message;
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        if (!message.isEmpty())
            message += '&';
        message += QUrl::toPercentEncoding(it.key(), unescaped) + '='
            + QUrl::toPercentEncoding(it.value(), unescaped);
    }
    const QByteArray expected
        = QMessageAuthenticationCode::hash(
              message, secrets.inputs.value(QLatin1StringView(input::clientSecret)).reveal(),
              QCryptographicHash::Sha256)
              .toHex();
    // Compared whole, whatever differs first.
    int difference = given.size() == expected.size() ? 0 : 1;
    for (qsizetype i = 0; i < std::min(given.size(), expected.size()); ++i)
        difference |= given[i] ^ expected[i];
    return difference == 0;
}

} // namespace

std::optional<QString> capturedValue(const Capture &capture, const QString &value)
{
    const QString used = normalized(capture.normalize, value);
    if (capture.pattern.isEmpty())
        return used;
    const QRegularExpressionMatch match
        = QRegularExpression(QRegularExpression::anchoredPattern(capture.pattern)).match(used);
    if (!match.hasMatch())
        return std::nullopt;
    return match.lastCapturedIndex() > 0 ? match.captured(1) : used;
}

Result<QMap<QString, QString>> callbackCaptures(const ResolvedProvider &resolved,
                                                const Credential &secrets,
                                                const AuthorizationGrant &grant)
{
    const AuthMethod &method = resolved.method;
    if (!method.callbackHmac.isEmpty()) {
        if (!grant.parameters.contains(method.callbackHmac)) {
            return captureError(method.callbackHmac,
                                u"The redirect brought no “%1”."_s.arg(method.callbackHmac));
        }
        if (!isSignedRight(method.callbackHmac, secrets, grant)) {
            AuthError error = localError(code::signatureMismatch);
            error.origin = ErrorOrigin::RedirectListener;
            return error;
        }
    }
    QMap<QString, QString> captures;
    for (const Capture &capture : method.callbackCaptures) {
        const QString value = grant.parameters.value(capture.from);
        if (value.isEmpty() && !capture.required)
            continue;
        if (value.isEmpty())
            return captureError(capture.from, u"The redirect brought no “%1”."_s.arg(capture.from));
        const auto kept = capturedValue(capture, value);
        if (!kept) {
            return captureError(capture.from,
                                u"The redirect's “%1” is unusable."_s.arg(capture.from));
        }
        if (!capture.equals.isEmpty()) {
            const auto expected = expandText(capture.equals, resolved.values);
            if (!expected || expected->compare(*kept, Qt::CaseInsensitive) != 0) {
                return captureError(
                    capture.from,
                    u"The redirect's “%1” is another than asked for."_s.arg(capture.from));
            }
        }
        captures.insert(capture.as, *kept);
    }
    return captures;
}

} // namespace relink
