// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/errortext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

//! One character for what stands escaped at a place, and how long the escape is.
struct Unescaped
{
    QChar character;
    qsizetype length = 0;
};

int hexValue(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    if (u >= u'a' && u <= u'f')
        return u - u'a' + 10;
    if (u >= u'A' && u <= u'F')
        return u - u'A' + 10;
    return -1;
}

//! %XX of an ASCII character, also where the percent sign was itself encoded.
Unescaped percentEscape(QStringView text, qsizetype at)
{
    qsizetype i = at + 1;
    while (i + 1 < text.size() && text.at(i) == u'2' && text.at(i + 1) == u'5')
        i += 2;
    if (i + 1 >= text.size())
        return {};
    const int high = hexValue(text.at(i));
    const int low = hexValue(text.at(i + 1));
    const int value = high * 16 + low;
    if (high < 0 || low < 0 || value > 0x7e)
        return {};
    return {value < 0x20 ? QChar(u' ') : QChar(char16_t(value)), i + 2 - at};
}

//! \" \/ \n and \u0022, with any number of backslashes.
Unescaped backslashEscape(QStringView text, qsizetype at)
{
    qsizetype i = at;
    while (i < text.size() && text.at(i) == u'\\')
        ++i;
    if (i >= text.size())
        return {u' ', i - at};
    const QChar c = text.at(i);
    if (c == u'n' || c == u'r' || c == u't')
        return {u' ', i + 1 - at};
    if (c == u'u' && i + 4 < text.size()) {
        int value = 0;
        for (qsizetype k = i + 1; k <= i + 4; ++k) {
            const int digit = hexValue(text.at(k));
            if (digit < 0)
                return {u' ', i - at};
            value = value * 16 + digit;
        }
        return {QChar(char16_t(value)), i + 5 - at};
    }
    if (c == u'"' || c == u'\'' || c == u'/')
        return {c, i + 1 - at};
    return {u'\\', i - at};
}

Unescaped htmlEntity(QStringView text, qsizetype at)
{
    struct Entity
    {
        QStringView name;
        char16_t character;
    };
    static constexpr std::array entities {
        Entity {u"quot;", u'"'},  Entity {u"apos;", u'\''}, Entity {u"#39;", u'\''},
        Entity {u"#039;", u'\''}, Entity {u"#x27;", u'\''}, Entity {u"#34;", u'"'},
        Entity {u"lt;", u'<'},    Entity {u"gt;", u'>'},    Entity {u"nbsp;", u' '},
        Entity {u"#160;", u' '},
    };
    qsizetype i = at + 1;
    while (text.mid(i).startsWith(u"amp;"))
        i += 4;
    for (const Entity &entity : entities) {
        if (text.mid(i).startsWith(entity.name, Qt::CaseInsensitive))
            return {QChar(entity.character), i + entity.name.size() - at};
    }
    return i > at + 1 ? Unescaped {u'&', i - at} : Unescaped {};
}

//! Straight quotes, plain dashes and letters without accents; a null character for what is not
//! seen at all.
QChar folded(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x80)
        return c.toLower();
    if ((u >= 0x2018 && u <= 0x201b) || u == 0x2032 || u == 0x00b4)
        return u'\'';
    if ((u >= 0x201c && u <= 0x201f) || u == 0x2033 || u == 0x00ab || u == 0x00bb)
        return u'"';
    if (u >= 0x2010 && u <= 0x2015)
        return u'-';
    if (c.isSpace())
        return u' ';
    if (c.category() == QChar::Other_Format || c.category() == QChar::Mark_NonSpacing)
        return {};
    const QString decomposed = c.decomposition();
    if (!decomposed.isEmpty() && c.isLetter())
        return decomposed.front().toLower();
    return c.toLower();
}

//! A frame of a stack trace: where it happened, never what.
bool isStackFrame(QStringView line)
{
    const QStringView bare = line.trimmed();
    if (bare.startsWith(u"at ") && (bare.contains(u'(') || bare.contains(u":\\")
                                    || bare.contains(u".js:") || bare.contains(u".ts:"))) {
        return true;
    }
    if (bare.startsWith(u"File \"") && bare.contains(u", line "))
        return true;
    if (bare.size() > 3 && bare.startsWith(u'#') && bare.at(1).isDigit()
        && (bare.contains(u".php") || bare.contains(u"->") || bare.contains(u"::")
            || bare.contains(u"{main}"))) {
        return true;
    }
    if (bare.contains(u".rb:") && bare.contains(u":in "))
        return true;
    return bare.startsWith(u"... ") && bare.endsWith(u" more");
}

QStringView withoutQuoteMarks(QStringView line)
{
    qsizetype i = 0;
    while (i < line.size() && (line.at(i) == u'>' || line.at(i) == u'|' || line.at(i).isSpace()))
        ++i;
    return line.mid(i);
}

class Folder
{
public:
    explicit Folder(bool origins)
        : m_wantsOrigins(origins)
    {}

    void add(QChar c, qsizetype origin)
    {
        c = folded(c);
        if (c.isNull())
            return;
        if (c == u' ' && (text.isEmpty() || text.back() == u' '))
            return;
        text += c;
        if (m_wantsOrigins)
            origins += origin;
    }

    void addLine(QStringView line, qsizetype begin)
    {
        for (qsizetype i = 0; i < line.size();) {
            const QChar c = line.at(i);
            Unescaped seen;
            if (c == u'\\')
                seen = backslashEscape(line, i);
            else if (c == u'%')
                seen = percentEscape(line, i);
            else if (c == u'&')
                seen = htmlEntity(line, i);
            else if (c == u'+' && i > 0 && line.at(i - 1).isLetter() && i + 1 < line.size()
                     && line.at(i + 1).isLetter())
                seen = {u' ', 1};
            if (seen.length == 0)
                seen = {c, 1};
            add(seen.character, begin + i);
            i += seen.length;
        }
        add(u' ', begin + line.size());
    }

    QString text;
    QList<qsizetype> origins;

private:
    bool m_wantsOrigins;
};

bool isHttpStatus(int n)
{
    return n == 200 || n == 201 || n == 204 || (n >= 400 && n <= 418) || (n >= 421 && n <= 431)
        || n == 440 || n == 451 || n == 498 || n == 499 || (n >= 500 && n <= 511)
        || (n >= 520 && n <= 530);
}

QList<int> statusesIn(const QString &text)
{
    static const QRegularExpression reported(
        uR"(\bhttp/[0-9.]+ (\d{3})\b)"
        uR"(|\b(?:http|status|status_?code|http_?status|http_?code|http_status_code|response_?code)"
        uR"(|returned|returns|answered|responded|failed with|response|received|got|error|error_?code)"
        uR"(|code|fehler|erreur|statut|fout|estado)["')\]]*(?: (?:code|error|status|response))*["')]*)"
        uR"(\s*(?:[:=]|=>|of|was|is|with|an?| )*\s*[\["'(]*(\d{3})\b(?![.\d]))"
        uR"(|(?<![\w.:/-])(\d{3})["')]*[ :,-]{1,3}\(?["']?(?:unauthori|forbidden|bad request)"
        uR"(|not found|too many|internal server|bad gateway|service unav|service temp|gateway time)"
        uR"(|payment req|proxy auth|client error|server error|error|method not|conflict|gone)"
        uR"(|precondition|unprocess|request time|http))"
        uR"(|\((\d{3})\)|^["']?(\d{3})["']?[.! ]*$)"_s);
    QList<int> statuses;
    auto found = reported.globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        const int status = match.captured(match.lastCapturedIndex()).toInt();
        if (isHttpStatus(status))
            statuses += status;
    }
    return statuses;
}

//! British and American spellings are one.
void spellAlike(QString &text)
{
    static constexpr std::array pairs {
        std::pair {"authoris"_L1, "authoriz"_L1},
        std::pair {"recognis"_L1, "recogniz"_L1},
        std::pair {"organis"_L1, "organiz"_L1},
    };
    for (const auto &[british, american] : pairs)
        text.replace(british, american);
}

} // namespace

ErrorText::ErrorText(const QString &pasted)
{
    QList<qsizetype> kept;
    const QString lines = linesOfInterest(pasted, &kept);
    Folder rules(true);
    Folder whole(false);
    const QStringView view(lines);
    for (qsizetype begin = 0; begin < view.size();) {
        qsizetype end = view.indexOf(u'\n', begin);
        if (end < 0)
            end = view.size();
        const QStringView raw = view.mid(begin, end - begin);
        const QStringView line = withoutQuoteMarks(raw);
        whole.addLine(line, begin);
        if (!isStackFrame(line))
            rules.addLine(line, begin + (raw.size() - line.size()));
        begin = end + 1;
    }
    m_text = std::move(rules.text);
    m_origins = std::move(rules.origins);
    m_whole = std::move(whole.text);
    if (!kept.isEmpty()) {
        for (qsizetype &origin : m_origins)
            origin = kept.at(std::min(origin, kept.size() - 1));
    }
    spellAlike(m_text);
    m_statuses = statusesIn(m_text);
}

TextPassage ErrorText::passage(qsizetype start, qsizetype length) const
{
    if (start < 0 || length <= 0 || start + length > m_origins.size())
        return {};
    const qsizetype first = m_origins.at(start);
    return {first, m_origins.at(start + length - 1) + 1 - first};
}

std::optional<int> ErrorText::status() const
{
    const auto last = [this](int from, int to) -> std::optional<int> {
        for (auto it = m_statuses.crbegin(); it != m_statuses.crend(); ++it) {
            if (*it >= from && *it <= to)
                return *it;
        }
        return std::nullopt;
    };
    if (const auto refused = last(400, 499))
        return refused;
    if (const auto failed = last(500, 599))
        return failed;
    return last(200, 299);
}

} // namespace relink
