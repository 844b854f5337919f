// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/answerparser.h"

#include <algorithm>
#include <cctype>

namespace relink {

namespace {

constexpr qsizetype chunkLineLimit = 4096; //!< with its extensions

bool isDigits(const QByteArray &text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

//! Behind the empty line that ends a head; -1 while there is none. A bare line feed is accepted
//! as a line's end (RFC 9112 2.2).
qsizetype endOfHead(const QByteArray &bytes)
{
    for (qsizetype at = bytes.indexOf('\n'); at >= 0; at = bytes.indexOf('\n', at + 1)) {
        if (bytes.size() > at + 1 && bytes.at(at + 1) == '\n')
            return at + 2;
        if (bytes.size() > at + 2 && bytes.at(at + 1) == '\r' && bytes.at(at + 2) == '\n')
            return at + 3;
    }
    return -1;
}

} // namespace

AnswerParser::AnswerParser(qsizetype headLimit, qsizetype bodyLimit, bool bodiless)
    : m_bodyLimit(bodyLimit)
    , m_bodiless(bodiless)
    , m_headBudget(headLimit)
{}

AnswerParser::State AnswerParser::feed(const QByteArray &bytes)
{
    if (m_state != State::Reading)
        return m_state;
    m_buffer += bytes;
    while (m_state == State::Reading && step()) {}
    return m_state;
}

AnswerParser::State AnswerParser::close()
{
    if (m_state == State::Reading && m_expect == Expect::Close)
        m_state = State::Whole;
    return m_state;
}

bool AnswerParser::step()
{
    switch (m_expect) {
    case Expect::Head:
        return readHead();
    case Expect::Length:
    case Expect::Close:
    case Expect::ChunkData:
        return readBody();
    case Expect::ChunkSize:
    case Expect::ChunkEnd:
    case Expect::Trailer:
        return readChunkLine();
    }
    return false;
}

bool AnswerParser::fail(State state)
{
    m_state = state;
    m_buffer.clear();
    m_answer.body.clear();
    return false;
}

bool AnswerParser::readHead()
{
    static const QByteArray start = "HTTP/1.";
    if (m_buffer.left(start.size()) != start.left(m_buffer.size()))
        return fail(State::Malformed);
    const qsizetype end = endOfHead(m_buffer);
    if ((end < 0 ? m_buffer.size() : end) > m_headBudget)
        return fail(State::HeadTooLarge);
    if (end < 0)
        return false;
    m_headBudget -= end;
    const QByteArray head = m_buffer.left(end);
    m_buffer.remove(0, end);
    if (!parseHead(head))
        return fail(State::Malformed);
    if (m_answer.status < 200) {
        m_answer = {}; // 100 Continue and the like; the answer itself follows
        return true;
    }
    return chooseFraming() || fail(m_state == State::Reading ? State::Malformed : m_state);
}

bool AnswerParser::parseHead(const QByteArray &head)
{
    QList<QByteArray> lines = head.split('\n');
    const QByteArray statusLine = lines.takeFirst().trimmed();
    const QByteArray status = statusLine.mid(statusLine.indexOf(' ') + 1, 3);
    if (statusLine.size() < 12 || statusLine.at(8) != ' ' || !isDigits(status))
        return false;
    m_answer.status = status.toInt();
    if (m_answer.status < 100 || m_answer.status == 101)
        return false;
    for (const QByteArray &line : std::as_const(lines)) {
        if (line.trimmed().isEmpty())
            continue;
        if ((line.startsWith(' ') || line.startsWith('\t')) && !m_answer.headers.isEmpty()) {
            m_answer.headers.last().value += ' ' + line.trimmed(); // obs-fold
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return false;
        m_answer.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    return true;
}

//! RFC 9112 6.3.
bool AnswerParser::chooseFraming()
{
    if (m_bodiless || m_answer.status == 204 || m_answer.status == 304) {
        m_state = State::Whole;
        return true;
    }
    const QList<QByteArray> codings = m_answer.headerLines("Transfer-Encoding");
    if (!codings.isEmpty()) {
        m_expect = Expect::ChunkSize;
        return codings.size() == 1 && codings.first().compare("chunked", Qt::CaseInsensitive) == 0;
    }
    const QList<QByteArray> lengths = m_answer.headerLines("Content-Length");
    if (lengths.isEmpty()) {
        m_expect = Expect::Close;
        return true;
    }
    const bool agreed = std::all_of(lengths.begin(), lengths.end(),
                                    [&](const QByteArray &l) { return l == lengths.first(); });
    if (!agreed || !isDigits(lengths.first()))
        return false;
    bool fits = false;
    const qlonglong length = lengths.first().toLongLong(&fits);
    if (!fits || length > m_bodyLimit) {
        m_state = State::BodyTooLarge;
        return false;
    }
    m_expect = Expect::Length;
    m_left = qsizetype(length);
    if (m_left == 0)
        m_state = State::Whole;
    return true;
}

bool AnswerParser::readBody()
{
    if (m_buffer.isEmpty())
        return false;
    if (m_expect == Expect::Close)
        return take(m_buffer.size());
    const qsizetype count = std::min(m_left, m_buffer.size());
    m_left -= count;
    if (!take(count))
        return false;
    if (m_left == 0 && m_expect == Expect::Length)
        m_state = State::Whole;
    else if (m_left == 0)
        m_expect = Expect::ChunkEnd;
    return true;
}

bool AnswerParser::take(qsizetype count)
{
    if (m_answer.body.size() + count > m_bodyLimit)
        return fail(State::BodyTooLarge);
    m_answer.body += m_buffer.left(count);
    m_buffer.remove(0, count);
    return true;
}

std::optional<QByteArray> AnswerParser::takeLine()
{
    const qsizetype end = m_buffer.indexOf('\n');
    if ((end < 0 ? m_buffer.size() : end) > chunkLineLimit) {
        fail(State::HeadTooLarge);
        return std::nullopt;
    }
    if (end < 0)
        return std::nullopt;
    const QByteArray line = m_buffer.left(end).trimmed();
    m_buffer.remove(0, end + 1);
    return line;
}

bool AnswerParser::readChunkLine()
{
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return false;
    switch (m_expect) {
    case Expect::ChunkEnd:
        m_expect = Expect::ChunkSize;
        return line->isEmpty() || fail(State::Malformed);
    case Expect::Trailer:
        if (line->isEmpty())
            m_state = State::Whole;
        m_headBudget -= line->size();
        return m_headBudget >= 0 || fail(State::HeadTooLarge);
    default:
        break;
    }
    const QByteArray digits = line->split(';').first().trimmed();
    bool fits = false;
    const qulonglong size = digits.toULongLong(&fits, 16);
    if (digits.isEmpty() || !std::isxdigit(static_cast<unsigned char>(digits.at(0))))
        return fail(State::Malformed);
    if (!fits || size > qulonglong(m_bodyLimit))
        return fail(fits || digits.size() > 15 ? State::BodyTooLarge : State::Malformed);
    m_left = qsizetype(size);
    m_expect = size == 0 ? Expect::Trailer : Expect::ChunkData;
    return true;
}

} // namespace relink
