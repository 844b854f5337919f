// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/deviceanswer.h"

#include "core/rules/plaintext.h"
#include "core/rules/tokenresponse.h"
#include "core/rules/urlpolicy.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Result<DeviceAuthorization> parseDeviceAnswer(const HttpAnswer &answer, bool loopbackHttpAllowed,
                                              const QDateTime &now)
{
    AuthError unusable = tokenEndpointError(answer, ErrorOrigin::TokenEndpoint, now);
    if (!answer.isSuccess() || unusable.origin == ErrorOrigin::Transport)
        return unusable;
    const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
    if (!object.value("error"_L1).toString().isEmpty())
        return unusable;
    unusable.code = QLatin1StringView(code::unreadable);
    unusable.description = u"The answer holds no code to enter."_s;
    unusable.evidence.clear();

    DeviceAuthorization device;
    device.deviceCode = SecretBytes(object.value("device_code"_L1).toString().toUtf8());
    device.userCode = plainText(object.value("user_code"_L1).toString(), 64);
    // Google's older name for it is still met.
    QString address = object.value("verification_uri"_L1).toString();
    if (address.isEmpty())
        address = object.value("verification_url"_L1).toString();
    const QString complete = object.value("verification_uri_complete"_L1).toString();
    const auto url = checkBrowserUrl(
        QUrl(complete.isEmpty() ? address : complete, QUrl::StrictMode), loopbackHttpAllowed);
    if (device.deviceCode.isEmpty() || device.userCode.isEmpty() || !url)
        return unusable;
    device.verification = *url;
    const auto lifetime = lifetimeFrom(object.value("expires_in"_L1)).value_or(300s);
    device.expiresAt = now.addSecs(std::min<std::chrono::seconds>(lifetime, 30min).count());
    device.interval = std::clamp<std::chrono::seconds>(
        lifetimeFrom(object.value("interval"_L1)).value_or(5s), 1s, 60s);
    return device;
}

} // namespace relink
