// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/requestparser.h"

#include <QTcpSocket>
#include <QTimer>

namespace relink::http {

//! One accepted socket from the first byte to the last: reads a request, hands it over once,
//! writes the answer, closes. Deletes itself when the socket is gone.
class Connection : public QObject
{
    Q_OBJECT
public:
    Connection(std::unique_ptr<QTcpSocket> socket, const Limits &limits, QObject *parent);
    ~Connection() override;

    bool isOpen() const;
    //! True until a request was handed over or refused.
    bool isReading() const { return m_phase == Phase::Reading; }
    void respond(const Response &response);
    void abort();

Q_SIGNALS:
    void requestArrived(relink::http::Connection *connection, const relink::http::Request &request);

private:
    enum class Phase { Reading, Handed, Writing, Draining, Closed };

    void onReadyRead();
    void onWritten();
    void onTimeout();
    void discardInput();
    void end();

    const Limits m_limits;
    QTcpSocket *m_socket;
    QTimer m_deadline;
    RequestParser m_parser;
    Phase m_phase = Phase::Reading;
    bool m_refused = false;
    bool m_head = false; //!< a HEAD request: its answer has no body
    qsizetype m_discarded = 0;
};

} // namespace relink::http
