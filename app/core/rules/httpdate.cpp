// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/httpdate.h"

#include <algorithm>
#include <array>

namespace relink {

namespace {

constexpr std::array shortDays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array longDays
    = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array months
    = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

//! Reads a date from left to right; after the first mismatch everything fails.
class Reader
{
public:
    explicit Reader(const QByteArray &text)
        : m_text(text)
    {}

    bool literal(char expected)
    {
        if (m_at >= m_text.size() || m_text.at(m_at) != expected)
            return false;
        ++m_at;
        return true;
    }

    template <size_t N>
    std::optional<int> name(const std::array<const char *, N> &names)
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isLetter(m_text.at(end)))
            ++end;
        const QByteArray word = m_text.mid(m_at, end - m_at);
        const auto found = std::find(names.begin(), names.end(), word);
        if (found == names.end())
            return std::nullopt;
        m_at = end;
        return int(found - names.begin());
    }

    std::optional<int> digits(int atLeast, int atMost)
    {
        int count = 0;
        int value = 0;
        while (m_at < m_text.size() && m_text.at(m_at) >= '0' && m_text.at(m_at) <= '9') {
            if (++count > atMost)
                return std::nullopt;
            value = value * 10 + (m_text.at(m_at++) - '0');
        }
        return count >= atLeast ? std::optional(value) : std::nullopt;
    }

    bool atEnd() const { return m_at == m_text.size(); }

private:
    static bool isLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

    QByteArray m_text;
    qsizetype m_at = 0;
};

struct Moment
{
    int year = 0;
    int month = 0;
    int day = 0;
    int seconds = 0; //!< of the day; 86400 for a leap second at its end
};

std::optional<int> timeOfDay(Reader &reader)
{
    const auto hours = reader.digits(2, 2);
    if (!hours || !reader.literal(':'))
        return std::nullopt;
    const auto minutes = reader.digits(2, 2);
    if (!minutes || !reader.literal(':'))
        return std::nullopt;
    const auto seconds = reader.digits(2, 2);
    if (!seconds || *hours > 23 || *minutes > 59 || *seconds > 60)
        return std::nullopt;
    return (*hours * 60 + *minutes) * 60 + *seconds;
}

bool zone(Reader &reader)
{
    constexpr std::array zones = {"GMT", "UTC"};
    return reader.literal(' ') && reader.name(zones);
}

//! Sun, 06 Nov 1994 08:49:37 GMT
std::optional<Moment> imfFixdate(Reader reader)
{
    if (!reader.name(shortDays) || !reader.literal(',') || !reader.literal(' '))
        return std::nullopt;
    const auto day = reader.digits(1, 2);
    if (!day || !reader.literal(' '))
        return std::nullopt;
    const auto month = reader.name(months);
    if (!month || !reader.literal(' '))
        return std::nullopt;
    const auto year = reader.digits(4, 4);
    if (!year || !reader.literal(' '))
        return std::nullopt;
    const auto seconds = timeOfDay(reader);
    if (!seconds || !zone(reader) || !reader.atEnd())
        return std::nullopt;
    return Moment {*year, *month + 1, *day, *seconds};
}

//! Sunday, 06-Nov-94 08:49:37 GMT
std::optional<Moment> rfc850(Reader reader)
{
    if (!reader.name(longDays) || !reader.literal(',') || !reader.literal(' '))
        return std::nullopt;
    const auto day = reader.digits(2, 2);
    if (!day || !reader.literal('-'))
        return std::nullopt;
    const auto month = reader.name(months);
    if (!month || !reader.literal('-'))
        return std::nullopt;
    const auto year = reader.digits(2, 2);
    if (!year || !reader.literal(' '))
        return std::nullopt;
    const auto seconds = timeOfDay(reader);
    if (!seconds || !zone(reader) || !reader.atEnd())
        return std::nullopt;
    return Moment {*year + (*year < 70 ? 2000 : 1900), *month + 1, *day, *seconds};
}

//! Sun Nov  6 08:49:37 1994
std::optional<Moment> asctime(Reader reader)
{
    if (!reader.name(shortDays) || !reader.literal(' '))
        return std::nullopt;
    const auto month = reader.name(months);
    if (!month || !reader.literal(' '))
        return std::nullopt;
    const bool padded = reader.literal(' ');
    const auto day = padded ? reader.digits(1, 1) : reader.digits(2, 2);
    if (!day || !reader.literal(' '))
        return std::nullopt;
    const auto seconds = timeOfDay(reader);
    if (!seconds || !reader.literal(' '))
        return std::nullopt;
    const auto year = reader.digits(4, 4);
    if (!year || !reader.atEnd())
        return std::nullopt;
    return Moment {*year, *month + 1, *day, *seconds};
}

} // namespace

std::optional<QDateTime> parseHttpDate(const QByteArray &text)
{
    const Reader reader(text.trimmed());
    auto moment = imfFixdate(reader);
    if (!moment)
        moment = rfc850(reader);
    if (!moment)
        moment = asctime(reader);
    if (!moment)
        return std::nullopt;
    const QDate date(moment->year, moment->month, moment->day);
    if (!date.isValid())
        return std::nullopt;
    return QDateTime(date, QTime(0, 0), Qt::UTC).addSecs(moment->seconds);
}

} // namespace relink
