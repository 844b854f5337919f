// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QObject>

class QDBusVariant;

namespace relink {

//! Whether the desktop asks for dark colours, from its portal: Qt before 6.5 reads a palette and
//! never this. Nothing is said, and nobody waits, where no portal answers.
class ColourScheme : public QObject
{
    Q_OBJECT
public:
    explicit ColourScheme(const QDBusConnection &bus, QObject *parent = nullptr);

    //! Asks once and follows from then on. Call after the first paint.
    void follow();

Q_SIGNALS:
    //! Once the desktop has answered, and whenever it changes.
    void darkPreferred(bool dark);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(QVariant value);

    QDBusConnection m_bus;
};

} // namespace relink
