// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/template.h"

#include <QRegularExpression>
#include <QUrl>

#include <functional>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

AuthError refused(const char *code, const QString &name)
{
    return localError(code, name);
}

//! The folder of a site that is not at the root of its host.
bool isPath(const QString &name)
{
    return name.endsWith(".path"_L1);
}

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
        || c == u'_' || c == u'.' || c == u'-';
}

//! One literal text or one placeholder, with its place in the template.
struct Piece
{
    QString text;
    bool isPlaceholder = false;
    qsizetype position = 0;
};

std::optional<QList<Piece>> pieces(const QString &templ)
{
    QList<Piece> list;
    qsizetype at = 0;
    while (at < templ.size()) {
        const qsizetype open = templ.indexOf(u'{', at);
        const qsizetype end = open < 0 ? templ.size() : open;
        const QString literal = templ.mid(at, end - at);
        if (literal.contains(u'}'))
            return std::nullopt;
        if (!literal.isEmpty())
            list.append({literal, false, at});
        if (open < 0)
            break;
        const qsizetype close = templ.indexOf(u'}', open);
        if (close < open + 2)
            return std::nullopt;
        const QString name = templ.mid(open + 1, close - open - 1);
        if (!std::all_of(name.begin(), name.end(), isNameCharacter))
            return std::nullopt;
        list.append({name, true, open});
        at = close + 1;
    }
    return list;
}

using Encoder = std::function<std::optional<QString>(const Piece &, const QString &)>;

Result<QString> fill(const QString &templ, const QMap<QString, QString> &values,
                     const Encoder &encode)
{
    const auto list = pieces(templ);
    if (!list)
        return refused(code::invalidInput, templ);
    QString result;
    for (const Piece &piece : *list) {
        if (!piece.isPlaceholder) {
            result += piece.text;
            continue;
        }
        const QString value = values.value(piece.text);
        if (value.isEmpty() && isPath(piece.text) && values.contains(piece.text))
            continue;
        if (value.isEmpty())
            return refused(code::missingInput, piece.text);
        const auto encoded = encode(piece, value);
        if (!encoded)
            return refused(code::invalidInput, piece.text);
        result += *encoded;
    }
    return result;
}

bool isHostPart(const QString &value)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\z"_s);
    return value.size() <= 253 && form.match(value).hasMatch();
}

bool hasDotSegment(const QString &address, qsizetype pathStart)
{
    QStringView path = QStringView(address).mid(pathStart);
    path = path.left(std::min({path.indexOf(u'?') < 0 ? path.size() : path.indexOf(u'?'),
                               path.indexOf(u'#') < 0 ? path.size() : path.indexOf(u'#')}));
    for (const QStringView segment : path.split(u'/')) {
        if (segment == u"." || segment == u"..")
            return true;
    }
    return false;
}

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator
        || c == QChar::ParagraphSeparator;
}

//! End of the authority; 0 when the template is no address.
qsizetype authorityEnd(const QString &templ, qsizetype authorityStart)
{
    qsizetype end = authorityStart;
    while (end < templ.size() && templ[end] != u'/' && templ[end] != u'?' && templ[end] != u'#')
        ++end;
    for (const Piece &piece : pieces(templ).value_or(QList<Piece>())) {
        if (piece.isPlaceholder && isPath(piece.text) && piece.position >= authorityStart)
            return std::min(end, piece.position);
    }
    return end;
}

qsizetype authorityStart(const QString &templ)
{
    const qsizetype colon = templ.indexOf("://"_L1);
    return colon <= 0 ? -1 : colon + 3;
}

} // namespace

Result<QString> expand(const QString &templ, const QMap<QString, QString> &values)
{
    const qsizetype start = authorityStart(templ);
    if (start < 0 || QStringView(templ).left(start).contains(u'{'))
        return refused(code::invalidInput, templ);
    const qsizetype end = authorityEnd(templ, start);
    auto result = fill(templ, values,
                       [end](const Piece &piece, const QString &value) -> std::optional<QString> {
                           if (piece.position < end) {
                               return isHostPart(value) ? std::optional(value) : std::nullopt;
                           }
                           return QString::fromLatin1(QUrl::toPercentEncoding(
                               value, isPath(piece.text) ? QByteArray("/") : QByteArray()));
                       });
    if (result && hasDotSegment(*result, authorityEnd(*result, start)))
        return refused(code::invalidInput, templ);
    return result;
}

Result<QString> expandText(const QString &templ, const QMap<QString, QString> &values)
{
    return fill(templ, values, [](const Piece &, const QString &value) -> std::optional<QString> {
        if (std::any_of(value.begin(), value.end(), isControl))
            return std::nullopt;
        return value;
    });
}

bool isLeftOut(const QString &templ, const QMap<QString, QString> &values)
{
    const QStringList names = placeholders(templ).value_or(QStringList());
    return std::any_of(names.begin(), names.end(), [&values](const QString &name) {
        return !isPath(name) && values.contains(name) && values.value(name).isEmpty();
    });
}

std::optional<QStringList> placeholders(const QString &templ)
{
    const auto list = pieces(templ);
    if (!list)
        return std::nullopt;
    QStringList names;
    for (const Piece &piece : *list) {
        if (piece.isPlaceholder)
            names.append(piece.text);
    }
    return names;
}

QString templateAuthority(const QString &templ)
{
    const qsizetype start = authorityStart(templ);
    return start < 0 ? QString() : templ.mid(start, authorityEnd(templ, start) - start);
}

} // namespace relink
