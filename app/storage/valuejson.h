// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace relink {

//! The parts of values that are stored as JSON columns. Pure. Reading is forgiving: what is
//! missing or not understood becomes the member's default, so that one odd field never hides a
//! connection.

QJsonObject toJson(const AuthError &error);
AuthError authErrorFromJson(const QJsonObject &json);

QJsonObject toJson(const Diagnosis &diagnosis);
Diagnosis diagnosisFromJson(const QJsonObject &json);

QJsonObject toJson(const Endpoints &endpoints);
Endpoints endpointsFromJson(const QJsonObject &json);

QJsonObject toJson(const QMap<QString, QString> &map);
QMap<QString, QString> mapFromJson(const QJsonObject &json);

QJsonObject toJson(const Renewal &renewal);
Renewal renewalFromJson(const QJsonObject &json);

QJsonArray toJson(const QStringList &list);
QStringList listFromJson(const QJsonArray &json);

QJsonObject toJson(const AreaReport &report);
AreaReport areaReportFromJson(const QJsonObject &json);

//! The members of a connection that no list shows or sorts by; empty ones are left out.
QJsonObject detailsJson(const Connection &connection);
void readDetails(const QJsonObject &json, Connection &connection);

//! The whole, without activity and attempt, which are never stored.
QJsonObject toJson(const Connection &connection);
Connection connectionFromJson(const QJsonObject &json);

//! One line of text that SQLite stores unchanged.
QString columnText(const QJsonObject &json);
QJsonObject objectFromColumn(const QString &text);

} // namespace relink
