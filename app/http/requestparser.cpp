// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/requestparser.h"

#include <algorithm>
#include <cstring>

namespace relink::http {

namespace {

bool isTokenCharacter(char c)
{
    // RFC 9110 5.6.2
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c));
}

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isFieldValue(const QByteArray &text)
{
    return std::none_of(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    });
}

//! The decimal number, or nothing for signs, spaces, other digits and what is absurdly long.
std::optional<qsizetype> length(const QByteArray &text)
{
    const bool digits
        = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || text.isEmpty() || text.size() > 15)
        return {};
    return text.toLongLong();
}

} // namespace

QByteArray Request::header(const char *name) const
{
    for (const HttpHeader &h : headers) {
        if (h.name.compare(name, Qt::CaseInsensitive) == 0)
            return h.value;
    }
    return {};
}

RequestParser::RequestParser(const Limits &limits)
    : m_limits(limits)
{}

RequestParser::State RequestParser::feed(const QByteArray &bytes)
{
    if (m_state != State::NeedsMore)
        return m_state;
    if (m_inBody) {
        readBody(bytes);
        return m_state;
    }
    m_head += bytes;
    readHead();
    return m_state;
}

qsizetype RequestParser::wanted() const
{
    return m_inBody ? m_bodyLength - m_request.body.size() : m_limits.head + 1;
}

bool RequestParser::takeExpectation()
{
    return std::exchange(m_expects, false);
}

void RequestParser::readHead()
{
    while (m_state == State::NeedsMore && !m_inBody) {
        // A TLS hello has no line end for a long time; its first byte is enough.
        if (m_request.method.isEmpty() && !m_head.isEmpty() && m_head.at(0) != '\r'
            && m_head.at(0) != '\n' && !isTokenCharacter(m_head.at(0))) {
            return refuse(400);
        }
        const qsizetype end = m_head.indexOf('\n', m_searched);
        if (end < 0) {
            m_searched = m_head.size();
            if (m_headBytes + m_head.size() > m_limits.head)
                refuse(431);
            return;
        }
        m_headBytes += end + 1;
        if (m_headBytes > m_limits.head)
            return refuse(431);
        QByteArray line = m_head.left(end);
        m_head.remove(0, end + 1);
        m_searched = 0;
        if (line.endsWith('\r'))
            line.chop(1);

        if (m_request.method.isEmpty()) {
            // RFC 9112 2.2: an empty line before the request line is ignored.
            if (!line.isEmpty() && !readRequestLine(line))
                return;
        } else if (line.isEmpty()) {
            finishHead();
        } else if (!readHeaderLine(line)) {
            return refuse(400);
        }
    }
}

bool RequestParser::readRequestLine(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts.at(0)) || parts.at(0).size() > 32) {
        refuse(400);
        return false;
    }
    const QByteArray &target = parts.at(1);
    const QByteArray &version = parts.at(2);
    const bool printable
        = std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (!target.startsWith('/') || !printable || version.size() != 8 || !version.startsWith("HTTP/")
        || version.at(6) != '.') {
        refuse(400);
        return false;
    }
    if (version != "HTTP/1.0" && version != "HTTP/1.1") {
        refuse(505);
        return false;
    }
    m_minorVersion = version.endsWith('0') ? 0 : 1;
    m_request.method = parts.at(0);
    const qsizetype mark = target.indexOf('?');
    m_request.path = mark < 0 ? target : target.left(mark);
    if (mark >= 0)
        m_request.query = target.mid(mark + 1);
    return true;
}

bool RequestParser::readHeaderLine(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 1)
        return false;
    HttpHeader header {line.left(colon), line.mid(colon + 1).trimmed()};
    // A folded line starts with a space, which no token does (RFC 9112 5.2).
    if (!isToken(header.name) || !isFieldValue(header.value))
        return false;
    m_request.headers.append(std::move(header));
    return true;
}

void RequestParser::finishHead()
{
    std::optional<QByteArray> contentLength;
    int hosts = 0;
    for (const HttpHeader &h : std::as_const(m_request.headers)) {
        const QByteArray name = h.name.toLower();
        if (name == "transfer-encoding")
            return refuse(501);
        if (name == "host")
            ++hosts;
        if (name == "content-length") {
            if (contentLength && *contentLength != h.value)
                return refuse(400);
            contentLength = h.value;
        }
        if (name == "expect")
            m_expects = h.value.compare("100-continue", Qt::CaseInsensitive) == 0;
    }
    if (hosts > 1 || (hosts == 0 && m_minorVersion > 0))
        return refuse(400);
    if (contentLength) {
        const std::optional<qsizetype> announced = length(*contentLength);
        if (!announced)
            return refuse(400);
        if (*announced > m_limits.body)
            return refuse(413);
        m_bodyLength = *announced;
    }
    m_expects = m_expects && m_bodyLength > 0 && m_head.isEmpty();
    m_inBody = true;
    readBody(std::exchange(m_head, {}));
}

void RequestParser::readBody(const QByteArray &bytes)
{
    m_request.body += bytes.left(m_bodyLength - m_request.body.size());
    if (m_request.body.size() == m_bodyLength)
        m_state = State::Complete;
}

void RequestParser::refuse(int status)
{
    m_refusal = status;
    m_state = State::Refused;
    m_head.clear();
    m_request = {};
}

} // namespace relink::http
