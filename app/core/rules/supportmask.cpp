// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/supportmask.h"

#include "core/rules/redact.h"

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestName = 3;
//! What is shorter stands in any text by chance.
constexpr qsizetype shortestSecret = 4;

//! The word that introduces a value: `access_token` in `"access_token": "…`.
QString labelBefore(QStringView text)
{
    constexpr qsizetype longestGap = 12;
    constexpr qsizetype longest = 40;
    qsizetype end = text.size();
    const auto isLabel = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-'; };
    while (end > 0 && text.size() - end < longestGap && !isLabel(text.at(end - 1))
           && text.at(end - 1) != u'›')
        --end;
    qsizetype start = end;
    while (start > 0 && end - start < longest && isLabel(text.at(start - 1)))
        --start;
    return text.mid(start, end - start).toString();
}

} // namespace

SupportMask::SupportMask(const QStringList &names, bool keepNames,
                         const QList<SecretBytes> &secrets)
    : m_keepNames(keepNames)
    , m_secrets(secrets)
{
    QStringList patterns;
    for (const QString &name : names) {
        const QString known = name.simplified();
        if (known.size() >= shortestName)
            patterns += QRegularExpression::escape(known);
    }
    // The longest first, so that no rest of it stays.
    std::sort(patterns.begin(), patterns.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (QString &pattern : patterns)
        pattern = u"(?<!\\w)"_s % pattern % u"(?!\\w)"_s;
    patterns += u"[\\w.+%-]+@[\\w-]+(?:\\.[\\w-]+)+"_s;
    m_names = QRegularExpression(patterns.join(u'|'),
                                 QRegularExpression::CaseInsensitiveOption
                                     | QRegularExpression::UseUnicodePropertiesOption);
}

QString SupportMask::text(const QString &text, HiddenValue::Where where, const QDateTime &at)
{
    const RedactedText redacted(text);
    for (const TextPassage &passage : redacted.hidden()) {
        const QStringView value = QStringView(text).mid(passage.start, passage.length);
        if (value != hiddenMark) {
            m_hidden += HiddenValue {HiddenValue::Kind::Secret,
                                     labelBefore(QStringView(text).left(passage.start)),
                                     value.size(), where, at};
        }
    }
    for (qsizetype mark = 0; (mark = text.indexOf(hiddenMark, mark)) >= 0;
         mark += hiddenMark.size()) {
        m_hidden += HiddenValue {HiddenValue::Kind::Before,
                                 labelBefore(QStringView(text).left(mark)), 0, where, at};
    }
    const QString safe = withoutStored(redacted.text(), where, at);
    if (m_keepNames)
        return safe;
    QString masked;
    qsizetype end = 0;
    for (auto it = m_names.globalMatch(safe); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        masked += QStringView(safe).mid(end, match.capturedStart() - end);
        masked += nameMark;
        end = match.capturedEnd();
        m_hidden += HiddenValue {HiddenValue::Kind::Name, {}, match.capturedLength(), where, at};
    }
    return masked + QStringView(safe).mid(end);
}

QString SupportMask::withoutStored(QString text, HiddenValue::Where where, const QDateTime &at)
{
    for (const SecretBytes &secret : std::as_const(m_secrets)) {
        const QString value = QString::fromUtf8(secret.reveal());
        if (value.size() < shortestSecret)
            continue;
        for (qsizetype found = 0; (found = text.indexOf(value, found)) >= 0;
             found += hiddenMark.size()) {
            m_hidden += HiddenValue {HiddenValue::Kind::Secret,
                                     labelBefore(QStringView(text).left(found)), value.size(),
                                     where, at};
            text.replace(found, value.size(), hiddenMark.toString());
        }
    }
    return text;
}

QString SupportMask::name(const QString &name)
{
    if (name.isEmpty())
        return name;
    if (m_keepNames)
        return text(name, HiddenValue::Where::Settings);
    m_hidden
        += HiddenValue {HiddenValue::Kind::Name, {}, name.size(), HiddenValue::Where::Settings, {}};
    return nameMark.toString();
}

} // namespace relink
