// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/secretinprose.h"

#include "core/rules/secrettext.h"
#include "core/rules/secretword.h"

#include <QList>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

bool isAnyOf(QStringView word, const QList<QStringView> &words)
{
    return std::any_of(words.begin(), words.end(), [word](QStringView other) {
        return word.size() == other.size() && word.compare(other, Qt::CaseInsensitive) == 0;
    });
}

bool containsAnyOf(QStringView word, const QList<QStringView> &parts)
{
    return std::any_of(parts.begin(), parts.end(), [word](QStringView part) {
        return word.contains(part, Qt::CaseInsensitive);
    });
}

//! Between a credential and its value: “the token was S”, “key provided: S”.
bool isLink(QStringView word)
{
    static const QList<QStringView> links {
        u"is",     u"was",     u"value",  u"provided", u"supplied", u"given", u"used",
        u"sent",   u"string",  u"reads",  u"equals",   u"called",   u"named", u"received",
        u"passed", u"entered", u"ist",    u"war",      u"lautet",   u"wert",  u"hieß",
        u"est",    u"était",   u"valeur", u"fourni",   u"fournie",  u"es",    u"era",
        u"valor",  u"waarde",  u"luidt"};
    return isAnyOf(word, links);
}

//! “Token invalid: S”, with a sign.
bool isComplaint(QStringView word)
{
    static const QList<QStringView> complaints {u"invalid",   u"expired",  u"unknown",
                                                u"rejected",  u"revoked",  u"wrong",
                                                u"incorrect", u"ungültig", u"falsch"};
    return isAnyOf(word, complaints);
}

class Sentence
{
public:
    Sentence(const EscapedText &text, qsizetype at, QStringView credential)
        : m_text(text)
        , m_at(at)
        , m_credential(credential)
    {}

    TextPassage secret()
    {
        constexpr int mostLinks = 3;
        bool complained = false;
        for (int links = 0; links <= mostLinks; ++links) {
            if (!gap(links > 0))
                return {};
            if (complained && !m_sign)
                return {};
            const bool quoted = opening();
            const qsizetype end = endOfWord();
            const QStringView word = m_text.between(m_at, end);
            if (isSecret(word))
                return {m_at, end - m_at};
            complained = isComplaint(word);
            if (quoted || !(complained || isLink(word)))
                return {};
            m_at = end;
        }
        return {};
    }

private:
    //! Passwords are shorter than keys.
    bool isSecret(QStringView word) const
    {
        constexpr qsizetype shortestPassword = 6;
        constexpr qsizetype shortestKey = 8;
        static const QList<QStringView> passwords {u"pass",  u"pwd",      u"wort",
                                                   u"woord", u"contrase", u"senha"};
        return looksSecret(word, shortestPassword)
            && (word.size() >= shortestKey || containsAnyOf(m_credential, passwords));
    }

    //! Blanks of any kind, a line break or two, a sign.
    bool gap(bool linked)
    {
        constexpr qsizetype widest = 24;
        const qsizetype start = m_at;
        int lines = 0;
        bool blank = false;
        m_sign = false;
        m_plus = m_text.at(m_at) == u'+';
        while (m_at < m_text.size() && m_at - start < widest) {
            const QChar c = m_text.at(m_at);
            const qsizetype escape = m_text.percentEscapeOf(m_at, u' ');
            const bool written = c == u'\\' && isOneOf(m_text.at(m_at + 1), u"nrt");
            if (c == u'\n' || (written && m_text.at(m_at + 1) == u'n'))
                ++lines;
            if (lines > 2)
                return false;
            const bool sign = isOneOf(c, u":=") && (linked || isGap(m_text.at(m_at + 1)));
            m_sign = m_sign || sign;
            if (escape > 0)
                m_at += escape;
            else if (written)
                m_at += 2;
            else if (c.isSpace() || isPlaceMark(c) || c == u'⏎' || (m_plus && c == u'+') || sign)
                ++m_at;
            else
                return blank;
            blank = true;
        }
        return false;
    }

    static bool isGap(QChar c) { return c.isSpace() || isPlaceMark(c) || c == u'\\'; }

    //! The noncharacters that mark a place within a text.
    static bool isPlaceMark(QChar c) { return c.unicode() >= 0xFDD0 && c.unicode() <= 0xFDEF; }

    bool opening()
    {
        qsizetype slashes = 0;
        qsizetype length = m_text.quote(m_at, &slashes);
        if (length == 0 && isOneOf(m_text.at(m_at), u"([`«"))
            length = 1;
        m_opening = m_text.mid(m_at, length);
        m_slashes = slashes;
        m_at += length;
        return length > 0;
    }

    qsizetype endOfWord() const
    {
        qsizetype end = m_at;
        while (end < m_text.size() && !endsWord(end))
            ++end;
        if (!m_opening.isEmpty() && !isOneOf(m_opening.back(), u"([`«")) {
            const EscapedText word(m_text.between(m_at, end));
            end = m_at + word.endOfQuoted(0, m_opening, m_slashes);
        }
        while (end > m_at && isOneOf(m_text.at(end - 1), u".,:;!?)]}\"'`»”“’|*"))
            --end;
        return end;
    }

    bool endsWord(qsizetype i) const
    {
        const QChar c = m_text.at(i);
        return c.isSpace() || isPlaceMark(c) || isOneOf(c, u"\"<>\\“”`⏎") || (m_plus && c == u'+')
            || (c == u'&' && (m_plus || isOneOf(m_text.at(i + 1), u"qlg#")))
            || (c == u'%' && m_text.percentEscapeOf(i, u' ') > 0);
    }

    const EscapedText &m_text;
    qsizetype m_at;
    const QStringView m_credential;
    bool m_sign = false; //!< a colon or an equals sign stood in the gap
    bool m_plus = false; //!< a plus sign stands for a blank
    QStringView m_opening;
    qsizetype m_slashes = 0;
};

} // namespace

SecretKey secretPhrase(const EscapedText &text, qsizetype start, qsizetype end)
{
    constexpr qsizetype longestWord = 12;
    constexpr qsizetype longestBeginning = 24;
    const QChar separator = text.at(start - 1);
    const bool follows
        = separator == u' ' || isFixedBlank(separator) || isOneOf(separator, u"'\u2019");
    if (!follows || end - start < 3 || end - start > longestWord
        || !isOneOf(text.at(start), u"apscAPSC"))
        return SecretKey::No;
    static const QList<QStringView> lastWords {
        u"passe",   u"api",      u"accès",     u"acces",      u"acceso",     u"secrète", u"secrete",
        u"secreta", u"privée",   u"privada",   u"client",     u"cliente",    u"code",    u"session",
        u"sesión",  u"sécurité", u"seguridad", u"aplicación", u"application"};
    const QStringView last = text.between(start, end);
    if (!isAnyOf(last, lastWords))
        return SecretKey::No;
    const qsizetype from = std::max<qsizetype>(0, start - longestBeginning);
    QString before = text.between(from, start).toString().toLower();
    before.replace(u'\u2019', u'\'').replace(u'\u00a0', u' ').replace(u'é', u'e');
    static const QStringList beginnings {
        u"mot de "_s,   u"mots de "_s, u"cle "_s,      u"cle d'"_s,    u"cle de "_s,
        u"cle de l'"_s, u"clave "_s,   u"clave de "_s, u"jeton "_s,    u"jeton d'"_s,
        u"jeton de "_s, u"token d'"_s, u"token de "_s, u"llave de "_s, u"clave de la "_s};
    static const QStringList grants {u"authorization "_s, u"authorisation "_s, u"auth "_s};
    const QStringList &suitable
        = last.compare(u"code", Qt::CaseInsensitive) == 0 ? grants : beginnings;
    const auto leads = [&before](const QString &beginning) {
        const qsizetype at = before.size() - beginning.size();
        return before.endsWith(beginning) && (at == 0 || !before.at(at - 1).isLetter());
    };
    return std::any_of(suitable.begin(), suitable.end(), leads) ? SecretKey::Strict : SecretKey::No;
}

TextPassage secretAfter(const EscapedText &text, qsizetype at, QStringView credential)
{
    return Sentence(text, at, credential).secret();
}

} // namespace relink
