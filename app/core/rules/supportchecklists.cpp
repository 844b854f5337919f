// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/supportchecklists.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

QStringList stringsIn(const QJsonValue &list)
{
    QStringList strings;
    for (const QJsonValue &each : list.toArray())
        strings += each.toString();
    return strings;
}

} // namespace

Result<QList<SupportChecklist>> parseSupportChecklists(const QByteArray &json,
                                                       const Documentation &documentation)
{
    const auto wrong = [](const QString &what) { return localError(code::invalidInput, what); };
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root.value("schema"_L1).toInt() != 1)
        return wrong(u"$.schema must be 1"_s);
    QList<SupportChecklist> lists;
    bool forAll = false;
    for (const QJsonValue &each : root.value("checklists"_L1).toArray()) {
        SupportChecklist list;
        list.id = each["id"_L1].toString();
        list.products = stringsIn(each["products"_L1]);
        list.sources = stringsIn(each["sources"_L1]);
        forAll = forAll || list.products.isEmpty();
        for (const QJsonValue &question : each["questions"_L1].toArray()) {
            const QString row = question["row"_L1].toString();
            const auto field = supportFieldFromString(question["field"_L1].toString());
            if (!field)
                return wrong(u"%1: %2 is no field"_s.arg(list.id, question["field"_L1].toString()));
            list.questions += SupportQuestion {*field, row};
        }
        QStringList rows = list.sources;
        for (const SupportQuestion &question : std::as_const(list.questions))
            rows += question.row;
        for (const QString &row : std::as_const(rows)) {
            if (!row.isEmpty() && !documentation.rows.contains(row))
                return wrong(u"%1 names the missing row %2"_s.arg(list.id, row));
        }
        if (list.id.isEmpty() || list.questions.isEmpty())
            return wrong(u"a list needs an id and questions"_s);
        lists += list;
    }
    if (!forAll)
        return wrong(u"the list for everybody is missing"_s);
    return lists;
}

SupportChecklist checklistFor(const QList<SupportChecklist> &lists, const QString &via,
                              const QString &provider)
{
    for (const QString &product : {via, provider}) {
        for (const SupportChecklist &list : lists) {
            if (!product.isEmpty() && list.products.contains(product, Qt::CaseInsensitive))
                return list;
        }
    }
    for (const SupportChecklist &list : lists) {
        if (list.products.isEmpty())
            return list;
    }
    return {};
}

} // namespace relink
