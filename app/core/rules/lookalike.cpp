// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/lookalike.h"

#include <QSet>
#include <QStringView>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! A Latin letter and what passes for it: Cyrillic, Greek (whose capitals look like others than
//! their small forms), Armenian and rare Latin letters.
struct Passing
{
    char16_t latin;
    const char16_t *others;
};

constexpr Passing passing[] = {
    {u'a', u"аАαΑɑ"},  {u'b', u"вьВβΒ"},    {u'c', u"сСς"},   {u'd', u"ԁđĐ"},     {u'e', u"еЕεΕ"},
    {u'g', u"ɡ"},      {u'h', u"нһНҺΗհħĦ"}, {u'i', u"іІιı"},  {u'j', u"јЈϳ"},     {u'k', u"кКκΚ"},
    {u'l', u"ӏӀΙłŁ|"}, {u'm', u"мМΜ"},      {u'n', u"пηΝոП"}, {u'o', u"оОοΟօøØ"}, {u'p', u"рРρΡ"},
    {u'q', u"ԛ"},      {u'r', u"гГ"},       {u's', u"ѕЅ"},    {u't', u"тТτΤ"},    {u'u', u"иυμսИ"},
    {u'v', u"ν"},      {u'w', u"ԝω"},       {u'x', u"хХχΧ"},  {u'y', u"уУγΥ"},    {u'z', u"Ζ"},
};

QChar latinFor(QChar c)
{
    for (const Passing &row : passing) {
        if (QStringView(row.others).contains(c))
            return row.latin;
    }
    return c;
}

QString withoutMarks(const QString &text)
{
    QString result = text;
    // ™ would become letters.
    result.removeIf([](QChar c) { return c.category() == QChar::Symbol_Other; });
    result = result.normalized(QString::NormalizationForm_KD);
    result.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    std::transform(result.begin(), result.end(), result.begin(), latinFor);
    return result;
}

} // namespace

QString readAs(const QString &name)
{
    QString result;
    for (const QChar c : withoutMarks(name).toCaseFolded()) {
        // A capital I is a small l, in this type or that.
        if (c == u'i' || c == u'1')
            result += u'l';
        else if (c == u'0')
            result += u'o';
        else if (c.isLetterOrNumber() || c.isSurrogate())
            result += c;
    }
    return result.replace("rn"_L1, "m"_L1).replace("vv"_L1, "w"_L1);
}

bool mixesScripts(const QString &name)
{
    static const QSet<int> besideAny {QChar::Script_Common,   QChar::Script_Inherited,
                                      QChar::Script_Han,      QChar::Script_Hiragana,
                                      QChar::Script_Katakana, QChar::Script_Hangul,
                                      QChar::Script_Bopomofo};
    QSet<int> scripts;
    for (const char32_t c : name.toUcs4()) {
        if (const int script = QChar::script(c); !besideAny.contains(script))
            scripts.insert(script);
    }
    return scripts.size() > 1;
}

} // namespace relink
