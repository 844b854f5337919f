// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/secretword.h"

#include "core/rules/redact.h"
#include "core/rules/secretkey.h"
#include "core/rules/secrettext.h"

#include <QList>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

bool startsWithAny(QStringView word, const QList<QStringView> &beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [word](QStringView beginning) { return word.startsWith(beginning); });
}

bool isMark(QChar c)
{
    return isOneOf(c, u"_-./:");
}

//! Its characters, counted.
struct Spelling
{
    explicit Spelling(QStringView word)
    {
        QChar before;
        for (const QChar c : word) {
            if (c.isLetter()) {
                ++letters;
                lower += c.isLower() ? 1 : 0;
                vowels += isVowel(c) ? 1 : 0;
                rises += c.isUpper() && before.isLower() ? 1 : 0;
                foreign = foreign || c.unicode() > 0x24F;
            } else if (isDigit(c)) {
                ++digits;
            } else if (!isMark(c)) {
                ++signs;
            }
            before = c;
        }
    }

    static bool isVowel(QChar c)
    {
        const QString parts = c.unicode() > 0x7F ? c.decomposition() : QString();
        return isOneOf((parts.isEmpty() ? c : parts.front()).toLower(), u"aeiouyæøœ");
    }

    qsizetype letters = 0;
    qsizetype lower = 0;
    qsizetype vowels = 0;
    qsizetype rises = 0; //!< capitals amid words: camelCase
    qsizetype digits = 0;
    qsizetype signs = 0; //!< that neither words nor codes hold
    bool foreign = false; //!< in another script, where capitals and vowels tell nothing
};

//! 2026-03-01T09:15:22Z
bool startsWithDate(QStringView word)
{
    return word.size() >= 8 && word.at(4) == u'-' && word.at(7) == u'-'
        && std::all_of(word.begin(), word.begin() + 4, isDigit);
}

//! shop1.example.com
bool isHost(QStringView word)
{
    const qsizetype point = word.lastIndexOf(u'.');
    const QStringView last = word.mid(point + 1);
    return point > 0 && last.size() >= 2 && last.size() <= 6
        && std::all_of(last.begin(), last.end(), [](QChar c) { return c >= u'a' && c <= u'z'; })
        && std::all_of(word.begin(), word.end(),
                       [](QChar c) { return !isLetter(c) || c.isLower(); });
}

//! Words and numbers with marks between them: HTTP/1.1, worker-3, AADSTS7000215, ERR_4001.
bool isCode(QStringView word, const Spelling &spelling)
{
    constexpr qsizetype longestNumber = 8;
    if (spelling.signs > 0 || spelling.digits > (spelling.lower > 0 ? 6 : longestNumber))
        return false;
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (i == 0 || isMark(word.at(i)) || isMark(word.at(i - 1)))
            continue;
        const bool digit = isDigit(word.at(i));
        const bool numbered = digit && word.at(i - 1).isUpper();
        if (digit != isDigit(word.at(i - 1)) && !numbered)
            return false;
    }
    return true;
}

//! OAuth2.0, sha256, 3600s: what has digits and is still a word.
bool isTerm(QStringView word)
{
    static const QList<QStringView> terms {
        u"oauth", u"sha1",   u"sha2",  u"sha3", u"sha5", u"hs256", u"hs512", u"rs256",
        u"rs512", u"es256",  u"ps256", u"hmac", u"utf",  u"x509",  u"md5",   u"base64",
        u"tlsv1", u"rfc",    u"pkcs",  u"aes",  u"rsa",  u"ed25",  u"p256",  u"ipv",
        u"urn:",  u"latin1", u"win32", u"http", u"iso",  u"ecdsa", u"bcrypt"};
    constexpr qsizetype longestTerm = 14;
    const QString lower = word.toString().toLower();
    if ((word.size() <= longestTerm || lower.startsWith(u"urn:")) && startsWithAny(lower, terms))
        return true;
    const auto unit = std::find_if_not(word.begin(), word.end(), isDigit);
    return word.size() <= 10 && unit - word.begin() >= 1 && unit - word.begin() <= 4
        && std::all_of(unit, word.end(), [](QChar c) { return c.isLower(); });
}

//! Letters alone, in no language: hardly a vowel, or capitals all over.
bool isJumble(QStringView word, const Spelling &spelling)
{
    constexpr qsizetype longestWord = 40;
    const double size = double(spelling.letters);
    const double voiced = double(spelling.vowels) / size;
    const double hump = size / double(spelling.rises + 1);
    const bool joined = std::any_of(word.begin(), word.end(), isMark);
    return (spelling.letters > longestWord && !joined) || (spelling.letters >= 16 && voiced < 0.24)
        || (spelling.letters >= 10 && spelling.rises >= 2 && hump < 4.5 && voiced < 0.33)
        || (spelling.letters >= 10 && spelling.rises >= 3 && hump < 3);
}

bool isHiddenOrMade(QStringView word)
{
    return word.contains(hiddenMark) || word.contains(u"***") || word.contains(u'…')
        || word.contains(u"•••") || word.contains(u"://") || isOneOf(word.front(), u"/\\@{$%<~");
}

} // namespace

bool looksSecret(QStringView word, qsizetype shortest)
{
    if (word.size() < shortest || isHiddenOrMade(word))
        return false;
    static const QList<QStringView> beginnings {
        u"sk_",    u"pk_",  u"rk_",     u"sk-",    u"shpat_", u"shpca_", u"shpss_",
        u"whsec_", u"xox",  u"ghp_",    u"AIza",   u"ya29.",  u"EAA",    u"sq0",
        u"EZAK",   u"EZTK", u"shippo_", u"glpat-", u"v^1.1"};
    constexpr qsizetype longestOfWords = 256;
    if (word.size() > longestOfWords || (word.size() >= 16 && startsWithAny(word, beginnings)))
        return true;

    // A name and its value: the name is judged by itself.
    const qsizetype equals = word.indexOf(u'=');
    if (equals > 0
        && std::any_of(word.begin() + equals, word.end(), [](QChar c) { return c != u'='; }))
        return false;
    const Spelling spelling(word);
    if (spelling.foreign || startsWithDate(word) || isHost(word)
        || (spelling.digits <= 1 && isSecretKey(word)))
        return false;
    if (spelling.letters == 0) {
        constexpr qsizetype longestNumber = 8;
        return spelling.digits > longestNumber && !word.contains(u'.') && !word.contains(u':');
    }
    if (spelling.digits == 0 && spelling.signs == 0)
        return isJumble(word, spelling);
    if (spelling.digits == 0) {
        return std::any_of(word.begin(), word.end(), [](QChar c) { return isOneOf(c, u"#$^!~"); })
            || isJumble(word, spelling);
    }
    constexpr qsizetype longestHexCode = 10;
    const bool hexadecimal = word.startsWith(u"0x") && word.size() <= longestHexCode;
    return !hexadecimal && !isCode(word, spelling) && !isTerm(word);
}

} // namespace relink
