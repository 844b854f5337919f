// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/classify.h"
#include "core/rules/tokenresponse.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace relink::test {

//! An answer that one of our own calls met, and the same as somebody would paste it.
struct MetAnswer
{
    ErrorStage stage = ErrorStage::Api;
    int status = 0;
    QByteArray body;
    QList<HttpHeader> headers;

    ErrorOrigin origin() const
    {
        return stage == ErrorStage::Token || stage == ErrorStage::Refresh
            ? ErrorOrigin::TokenEndpoint
            : ErrorOrigin::Resource;
    }

    AuthError error() const
    {
        return tokenEndpointError(HttpAnswer {status, headers, body}, origin());
    }

    Diagnosis verdict(const ProviderPack *pack = nullptr,
                      AuthKind kind = AuthKind::AuthorizationCode) const
    {
        return classify(error(), stage, pack, kind);
    }

    QString pasted() const
    {
        QString text = QStringLiteral("HTTP/1.1 %1\n").arg(status);
        for (const HttpHeader &header : headers) {
            text += QString::fromUtf8(header.name) + QStringLiteral(": ")
                + QString::fromUtf8(header.value) + QChar(u'\n');
        }
        return text + QChar(u'\n') + QString::fromUtf8(body);
    }
};

//! From stage, status, headers and body; nothing for a stage that is none.
inline std::optional<MetAnswer> metAnswerFrom(const QJsonObject &row)
{
    using namespace Qt::StringLiterals;
    MetAnswer answer;
    const QString stage = row["stage"_L1].toString();
    if (stage == "refresh"_L1)
        answer.stage = ErrorStage::Refresh;
    else if (stage == "token"_L1)
        answer.stage = ErrorStage::Token;
    else if (stage != "api"_L1)
        return std::nullopt;
    answer.status = row["status"_L1].toInt();
    answer.body = row["body"_L1].toString().toUtf8();
    for (const QJsonValue &line : row["headers"_L1].toArray()) {
        const QByteArray header = line.toString().toUtf8();
        const qsizetype colon = header.indexOf(':');
        answer.headers += {header.left(colon), header.mid(colon + 1).trimmed()};
    }
    return answer;
}

} // namespace relink::test
