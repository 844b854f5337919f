// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/parsementions.h"

#include "core/rules/errortext.h"

#include <QJsonArray>
#include <QSet>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

QStringList texts(const QJsonValue &list)
{
    QStringList result;
    for (const QJsonValue each : list.toArray())
        result += each.toString();
    return result;
}

ErrorClass errorClass(const QString &name)
{
    return errorClassFromString(name).value_or(ErrorClass::Unknown);
}

PastedCode pastedCode(const QJsonObject &object)
{
    PastedCode code;
    code.id = object.value("id"_L1).toString();
    code.pattern = QRegularExpression(object.value("pattern"_L1).toString());
    if (const int status = object.value("status"_L1).toInt(); status > 0)
        code.status = status;
    code.errorClass = errorClass(object.value("class"_L1).toString());
    code.cause = object.value("cause"_L1).toString();
    for (const QString &name : texts(object.value("also_possible"_L1)))
        code.alternatives += {errorClass(name), {}};
    code.source = object.value("source"_L1).toString();
    code.example = object.value("example"_L1).toString();
    return code;
}

} // namespace

Mentions parseMentions(const QJsonObject &object)
{
    Mentions mentions;
    mentions.names = texts(object.value("names"_L1));
    mentions.marks = texts(object.value("marks"_L1));
    for (const QJsonValue each : object.value("codes"_L1).toArray())
        mentions.codes += pastedCode(each.toObject());
    return mentions;
}

QList<PackProblem> mentionProblems(const Mentions &mentions)
{
    QList<PackProblem> problems;
    const auto check = [&problems](const QStringList &patterns, const QString &path) {
        for (qsizetype i = 0; i < patterns.size(); ++i) {
            const QRegularExpression pattern(patterns[i]);
            // An expression that finds nothing at all finds every text.
            if (!pattern.isValid() || pattern.match(QString()).hasMatch())
                problems.append(
                    {u"%1[%2]"_s.arg(path).arg(i), u"This is no regular expression."_s});
        }
    };
    check(mentions.names, u"$.mentions.names"_s);
    check(mentions.marks, u"$.mentions.marks"_s);
    QSet<QString> ids;
    for (qsizetype i = 0; i < mentions.codes.size(); ++i) {
        const PastedCode &code = mentions.codes[i];
        const QString path = u"$.mentions.codes[%1]"_s.arg(i);
        if (code.id.isEmpty() || ids.contains(code.id))
            problems.append({QString(path + u".id"_s), u"Every code needs an id of its own."_s});
        ids.insert(code.id);
        if (!code.pattern.isValid()) {
            problems.append({QString(path + u".pattern"_s), u"This is no regular expression."_s});
        } else if (!code.pattern.match(ErrorText(code.example).text()).hasMatch()) {
            problems.append(
                {QString(path + u".example"_s), u"The pattern does not find its own example."_s});
        }
    }
    return problems;
}

} // namespace relink
