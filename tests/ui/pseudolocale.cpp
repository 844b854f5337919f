// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pseudolocale.h"

namespace relink::test {

namespace {

//! Date formats are instructions, not sentences.
bool isFormat(const char *context, const QString &text)
{
    return qstrcmp(context, "When") == 0
        && (text == QLatin1StringView("ddd d MMM") || text == QLatin1StringView("d MMM yyyy"));
}

QChar accented(QChar c)
{
    static const QString plain = QStringLiteral("aceinosuyACEINOSUY");
    static const QString marked = QStringLiteral("åçéîñöšûýÅÇÉÎÑÖŠÛÝ");
    const qsizetype at = plain.indexOf(c);
    return at < 0 ? c : marked.at(at);
}

} // namespace

QString PseudoLocale::translate(const char *context, const char *text, const char *, int n) const
{
    QString source = QString::fromUtf8(text);
    if (isFormat(context, source))
        return source;
    if (n >= 0)
        source.replace(QStringLiteral("%n"), QString::number(n));
    QString result;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source.at(i);
        // Placeholders of both kinds stay what they are.
        if (c == u'{') {
            const qsizetype end = source.indexOf(u'}', i);
            result += source.mid(i, end < 0 ? -1 : end - i + 1);
            i = end < 0 ? source.size() : end;
            continue;
        }
        result += i > 0 && source.at(i - 1) == u'%' ? c : accented(c);
    }
    const qsizetype extra = qMax<qsizetype>(2, source.size() / 3);
    return QString(u'[' + result + u' ' + QString(extra - 1, u'~') + u']');
}

} // namespace relink::test
