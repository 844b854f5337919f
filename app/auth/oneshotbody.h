// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QIODevice>

namespace relink {

//! A request body that can be read once and never rewound, so that QNetworkAccessManager cannot
//! send a POST a second time when the connection drops before an answer: it reports
//! ContentReSendError instead (R26).
class OneShotBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit OneShotBody(QByteArray bytes, QObject *parent = nullptr);

    //! Nothing of it has left yet, so the server cannot have the request. An empty body says
    //! nothing about that.
    bool isUntouched() const { return m_position == 0 && !m_bytes.isEmpty(); }

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 length) override;
    qint64 writeData(const char *data, qint64 length) override;

private:
    const QByteArray m_bytes;
    qsizetype m_position = 0;
};

} // namespace relink
