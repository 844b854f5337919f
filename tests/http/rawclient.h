// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTest>

namespace relink::test {

//! A plain TCP client that sends exactly the bytes a test gives it.
class RawClient
{
public:
    explicit RawClient(quint16 port,
                       const QHostAddress &host = QHostAddress(QHostAddress::LocalHost))
    {
        m_socket.setProxy(QNetworkProxy::NoProxy);
        m_socket.connectToHost(host, port);
        m_connected = QTest::qWaitFor(
            [this] {
                return m_socket.state() == QAbstractSocket::ConnectedState
                    || m_socket.state() == QAbstractSocket::UnconnectedState;
            },
            2000);
        m_connected = m_connected && m_socket.state() == QAbstractSocket::ConnectedState;
    }

    bool isConnected() const { return m_connected; }
    QTcpSocket &socket() { return m_socket; }

    //! Sends and gives the bytes to the system at once, so that they travel as a segment of their
    //! own.
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }

    //! Everything the server says until it closes.
    QByteArray readToEnd(int timeout = 5000)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < timeout) {
            m_received += m_socket.readAll();
            if (m_socket.state() == QAbstractSocket::UnconnectedState)
                return m_received;
            QTest::qWait(2);
        }
        return "(not closed) " + m_received;
    }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
    bool m_connected = false;
};

//! The status of an answer's first line, 0 when there is none.
inline int statusOf(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0;
}

inline QByteArray bodyOf(const QByteArray &answer)
{
    const qsizetype end = answer.indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : answer.mid(end + 4);
}

} // namespace relink::test
