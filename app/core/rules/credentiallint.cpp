// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/credentiallint.h"

#include "core/model/providerpack.h"

#include <QStringView>

#include <algorithm>
#include <optional>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

struct Character
{
    char32_t codePoint = 0;
    qsizetype position = 0;
    qsizetype length = 1;
};

bool isLineBreak(char32_t c)
{
    return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool isSpace(char32_t c)
{
    return QChar::category(c) == QChar::Separator_Space;
}

bool isNoBreakSpace(char32_t c)
{
    return c == 0xA0 || c == 0x2007 || c == 0x202F;
}

bool isZeroWidth(char32_t c)
{
    return QChar::category(c) == QChar::Other_Format || c == 0x115F || c == 0x1160 || c == 0x3164
        || c == 0xFFA0 || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
}

//! Whatever shows nothing, so that a person cannot know it is there.
bool isBlank(char32_t c)
{
    return isSpace(c) || isLineBreak(c) || isZeroWidth(c)
        || QChar::category(c) == QChar::Other_Control;
}

bool isSmartQuote(char32_t c)
{
    return (c >= 0x2018 && c <= 0x201F) || c == 0x2032 || c == 0x2033 || c == 0xAB || c == 0xBB
        || c == 0x2039 || c == 0x203A;
}

bool isAsciiLetterOrDigit(char32_t c)
{
    return c < 0x80 && QChar::isLetterOrNumber(c);
}

//! Letters of other scripts, styled and full-width forms, and the dashes and stops that word
//! processors put in place of the typed ones. Accented Latin letters are somebody's password.
bool isLookAlike(char32_t c)
{
    if (c < 0x80)
        return false;
    if ((c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x1D400 && c <= 0x1D7FF)
        || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2024 || c == 0x2044 || c == 0x2215
        || c == 0x2236) {
        return true;
    }
    return QChar::isLetterOrNumber(c) && QChar::script(c) != QChar::Script_Latin;
}

bool arePairedQuotes(char32_t open, char32_t close)
{
    static const QList<std::pair<char32_t, char32_t>> pairs {
        {'"', '"'},       {'\'', '\''},     {'`', '`'},       {0x201C, 0x201D}, {0x201D, 0x201D},
        {0x201E, 0x201C}, {0x201E, 0x201D}, {0x2018, 0x2019}, {0x2019, 0x2019}, {0x201A, 0x2018},
        {0xAB, 0xBB},     {0xBB, 0xAB},     {0x2039, 0x203A}, {0x203A, 0x2039},
    };
    return pairs.contains(std::pair(open, close));
}

class Linter
{
public:
    explicit Linter(const QString &value)
        : m_value(value)
    {
        for (qsizetype i = 0; i < value.size();) {
            const bool pair = value.at(i).isHighSurrogate() && i + 1 < value.size()
                && value.at(i + 1).isLowSurrogate();
            const char32_t c = pair ? QChar::surrogateToUcs4(value.at(i), value.at(i + 1))
                                    : char32_t(value.at(i).unicode());
            m_characters.append({c, i, pair ? 2 : 1});
            i += pair ? 2 : 1;
        }
        m_last = m_characters.size();
    }

    QList<CredentialFinding> run()
    {
        // What wraps the value can be nested: a quoted "Bearer …" with a space before it.
        bool changed = true;
        while (changed) {
            trimBlanks();
            changed = takeQuotes() || takePrefix();
        }
        inspectInside();
        std::sort(m_findings.begin(), m_findings.end(),
                  [](const auto &a, const auto &b) { return a.position < b.position; });
        return m_findings;
    }

private:
    void report(CredentialFlaw flaw, const Character &c, bool removable)
    {
        m_findings.append({flaw, c.position, c.length, c.codePoint, removable});
    }

    void trimBlanks()
    {
        while (m_first < m_last && isBlank(m_characters.at(m_first).codePoint))
            reportBlank(m_characters.at(m_first++), CredentialFlaw::LeadingSpace, true);
        while (m_first < m_last && isBlank(m_characters.at(m_last - 1).codePoint))
            reportBlank(m_characters.at(--m_last), CredentialFlaw::TrailingSpace, true);
    }

    void reportBlank(const Character &c, CredentialFlaw where, bool spaceRemovable)
    {
        const char32_t u = c.codePoint;
        if (u == '\t')
            report(CredentialFlaw::Tab, c, true);
        else if (isLineBreak(u))
            report(CredentialFlaw::LineBreak, c, true);
        else if (isNoBreakSpace(u))
            report(CredentialFlaw::NoBreakSpace, c, spaceRemovable);
        else if (isSpace(u))
            report(where, c, spaceRemovable);
        else if (isZeroWidth(u))
            report(CredentialFlaw::ZeroWidth, c, true);
        else
            report(CredentialFlaw::ControlCharacter, c, true);
    }

    bool takeQuotes()
    {
        // A quote must be left with something inside.
        if (m_last - m_first < 3)
            return false;
        const Character &open = m_characters.at(m_first);
        const Character &close = m_characters.at(m_last - 1);
        if (!arePairedQuotes(open.codePoint, close.codePoint))
            return false;
        report(CredentialFlaw::SurroundingQuotes, open, true);
        report(CredentialFlaw::SurroundingQuotes, close, true);
        ++m_first;
        --m_last;
        return true;
    }

    bool takePrefix()
    {
        if (m_first >= m_last)
            return false;
        const Character &first = m_characters.at(m_first);
        const QStringView rest = QStringView(m_value).mid(first.position);
        constexpr QStringView word = u"Bearer";
        if (!rest.startsWith(word, Qt::CaseInsensitive))
            return false;
        const qsizetype afterWord = m_first + word.size(); // ASCII: one character a unit
        qsizetype end = afterWord;
        while (end < m_last && isBlank(m_characters.at(end).codePoint))
            ++end;
        if (end == afterWord || end >= m_last)
            return false;
        m_findings.append({CredentialFlaw::BearerPrefix, first.position,
                           m_characters.at(end).position - first.position, first.codePoint, true});
        m_first = end;
        return true;
    }

    void inspectInside()
    {
        const auto begin = m_characters.begin() + m_first;
        const auto end = m_characters.begin() + m_last;
        const bool hasAscii = std::any_of(
            begin, end, [](const Character &c) { return isAsciiLetterOrDigit(c.codePoint); });
        for (auto it = begin; it != end; ++it) {
            if (isBlank(it->codePoint))
                reportBlank(*it, CredentialFlaw::InnerSpace, false);
            else if (isSmartQuote(it->codePoint))
                report(CredentialFlaw::SmartQuote, *it, false);
            else if (hasAscii && isLookAlike(it->codePoint))
                report(CredentialFlaw::LookAlike, *it, false);
        }
    }

    QString m_value;
    QList<Character> m_characters;
    qsizetype m_first = 0; //!< index into m_characters
    qsizetype m_last = 0; //!< one past the end
    QList<CredentialFinding> m_findings;
};

} // namespace

QList<CredentialFinding> lintCredential(const QString &value)
{
    return Linter(value).run();
}

QList<CredentialFinding> lintInput(const InputField &field, const QString &value)
{
    const bool judged = field.secret || !field.pattern.isEmpty() || value != value.trimmed();
    return judged ? lintCredential(value) : QList<CredentialFinding>();
}

std::optional<Environment> looksMadeFor(const InputField &field, const QString &value)
{
    const QString bare = cleaned(value, lintCredential(value));
    std::optional<Environment> found;
    qsizetype longest = 0;
    for (auto it = field.shapes.begin(); it != field.shapes.end(); ++it) {
        if (it.key().size() > longest && bare.startsWith(it.key())) {
            longest = it.key().size();
            found = it.value();
        }
    }
    return found;
}

QString cleaned(const QString &value, const QList<CredentialFinding> &findings)
{
    QString result;
    qsizetype kept = 0;
    for (const CredentialFinding &finding : findings) {
        if (!finding.removable)
            continue;
        result += QStringView(value).mid(kept, finding.position - kept);
        kept = finding.position + finding.length;
    }
    return result + value.mid(kept);
}

QString toString(CredentialFlaw flaw)
{
    switch (flaw) {
    case CredentialFlaw::LeadingSpace:
        return u"leading_space"_s;
    case CredentialFlaw::TrailingSpace:
        return u"trailing_space"_s;
    case CredentialFlaw::InnerSpace:
        return u"inner_space"_s;
    case CredentialFlaw::LineBreak:
        return u"line_break"_s;
    case CredentialFlaw::Tab:
        return u"tab"_s;
    case CredentialFlaw::NoBreakSpace:
        return u"no_break_space"_s;
    case CredentialFlaw::ZeroWidth:
        return u"zero_width"_s;
    case CredentialFlaw::ControlCharacter:
        return u"control_character"_s;
    case CredentialFlaw::SmartQuote:
        return u"smart_quote"_s;
    case CredentialFlaw::SurroundingQuotes:
        return u"surrounding_quotes"_s;
    case CredentialFlaw::BearerPrefix:
        return u"bearer_prefix"_s;
    case CredentialFlaw::LookAlike:
        return u"look_alike"_s;
    }
    Q_UNREACHABLE();
}

std::optional<CredentialFlaw> credentialFlawFromString(const QString &text)
{
    using enum CredentialFlaw;
    for (const CredentialFlaw flaw :
         {LeadingSpace, TrailingSpace, InnerSpace, LineBreak, Tab, NoBreakSpace, ZeroWidth,
          ControlCharacter, SmartQuote, SurroundingQuotes, BearerPrefix, LookAlike}) {
        if (toString(flaw) == text)
            return flaw;
    }
    return std::nullopt;
}

} // namespace relink
