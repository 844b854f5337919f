// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/httpanswer.h"

#include <QByteArray>

#include <optional>

namespace relink {

//! Reads one HTTP/1.x answer as its bytes arrive (RFC 9112) and never keeps more than its limits.
//! It knows when the answer is whole, so that a cut one is not taken for it (R28, R29).
class AnswerParser
{
public:
    enum class State {
        Reading,
        Whole,
        HeadTooLarge,
        BodyTooLarge,
        Malformed, //!< not HTTP, or framed in a way that cannot be trusted
    };

    //! `bodiless`: the answer to a HEAD request.
    AnswerParser(qsizetype headLimit, qsizetype bodyLimit, bool bodiless);

    State feed(const QByteArray &bytes);
    //! The peer closed in order: the end of a body without a length, the loss of any other.
    State close();
    State state() const { return m_state; }

    //! Complete once the state is Whole; the status is known earlier, 0 until then.
    const HttpAnswer &answer() const { return m_answer; }

private:
    enum class Expect { Head, Length, Close, ChunkSize, ChunkData, ChunkEnd, Trailer };

    bool step();
    bool readHead();
    bool readBody();
    bool readChunkLine();
    std::optional<QByteArray> takeLine();
    bool parseHead(const QByteArray &head);
    bool chooseFraming();
    bool take(qsizetype count);
    bool fail(State state);

    const qsizetype m_bodyLimit;
    const bool m_bodiless;
    qsizetype m_headBudget; //!< interim answers and trailers spend it as well
    State m_state = State::Reading;
    Expect m_expect = Expect::Head;
    QByteArray m_buffer; //!< not yet understood
    qsizetype m_left = 0; //!< of the body or of the chunk
    HttpAnswer m_answer;
};

} // namespace relink
