// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/server.h"

#include <optional>

namespace relink::http {

//! Reads one HTTP/1.x request (RFC 9112) from bytes that arrive in any portions, and keeps no
//! more of them than the limits allow. Knows nothing of sockets.
class RequestParser
{
public:
    explicit RequestParser(const Limits &limits);

    enum class State {
        NeedsMore,
        Complete, //!< request() is whole; what follows on the connection is not ours
        Refused, //!< refusal() says with which status
    };

    //! Bytes after a complete or refused request are dropped.
    State feed(const QByteArray &bytes);
    State state() const { return m_state; }
    int refusal() const { return m_refusal; }
    //! How many more bytes feed() should be given at most at once.
    qsizetype wanted() const;
    //! True once, when the head is in and the client waits for leave to send the body.
    bool takeExpectation();

    const Request &request() const { return m_request; }
    Request takeRequest() { return std::move(m_request); }

private:
    void readHead();
    void readBody(const QByteArray &bytes);
    bool readRequestLine(const QByteArray &line);
    bool readHeaderLine(const QByteArray &line);
    void finishHead();
    void refuse(int status);

    const Limits m_limits;
    State m_state = State::NeedsMore;
    int m_refusal = 0;
    bool m_inBody = false;
    bool m_expects = false;
    int m_minorVersion = 1;
    QByteArray m_head; //!< what of the head is not yet read into m_request
    qsizetype m_headBytes = 0; //!< all bytes of the head so far
    qsizetype m_searched = 0; //!< m_head has no line end before this
    qsizetype m_bodyLength = 0;
    Request m_request;
};

} // namespace relink::http
