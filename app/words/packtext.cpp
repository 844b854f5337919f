// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/words.h"

#include "core/rules/plaintext.h"
#include "words/sentences.h"
#include "words/translate.h"

#include <QRegularExpression>

namespace relink::words {

using namespace Qt::StringLiterals;

namespace {

//! In English nothing needs to be looked for.
bool isTranslated()
{
    return translate("pack", packSentences[0]) != QString::fromUtf8(packSentences[0]);
}

QString inOwnLanguage(const QString &english);

//! A sentence that has its values in it already: recognised by what stands around them.
std::optional<QString> fromTemplate(const QString &english)
{
    for (const char *const *sentence = failureSentences; *sentence; ++sentence) {
        const QString source = QString::fromUtf8(*sentence);
        if (!source.contains(u'%'))
            continue;
        QString pattern = QRegularExpression::escape(source);
        pattern.replace("\\%1"_L1, "(?<first>.*)"_L1).replace("\\%2"_L1, "(?<second>.*)"_L1);
        const auto match = QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                                              QRegularExpression::DotMatchesEverythingOption)
                               .match(english);
        if (!match.hasMatch())
            continue;
        QString text = translate("pack", *sentence);
        if (source.contains("%2"_L1))
            text.replace("%2"_L1, inOwnLanguage(match.captured(u"second"_s)));
        return text.replace("%1"_L1, inOwnLanguage(match.captured(u"first"_s)));
    }
    return std::nullopt;
}

QString inOwnLanguage(const QString &english)
{
    const QString text = translate("pack", english.toUtf8().constData());
    if (text != english || !isTranslated())
        return text;
    if (const auto filled = fromTemplate(english))
        return *filled;
    // "Client ID: This does not look like one."
    const qsizetype colon = english.indexOf(": "_L1);
    if (colon > 0)
        return inOwnLanguage(english.left(colon)) + u": "_s + inOwnLanguage(english.mid(colon + 2));
    return english;
}

} // namespace

QString packText(const QString &source, const QMap<QString, QString> &values)
{
    if (source.isEmpty())
        return {};
    const QString text = inOwnLanguage(source);
    QString filled;
    filled.reserve(text.size());
    // One pass, so that a value which looks like a placeholder stays what it is.
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype open = text.indexOf(u'{', i);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0) {
            filled += QStringView(text).mid(i);
            break;
        }
        filled += QStringView(text).mid(i, open - i);
        const QString key = text.mid(open + 1, close - open - 1);
        const auto value = values.constFind(key);
        if (value != values.constEnd()) {
            filled += plainText(*value);
            i = close + 1;
        } else {
            filled += u'{';
            i = open + 1;
        }
    }
    return plainText(filled, 4000);
}

} // namespace relink::words
