// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/csv.h"

namespace relink::cli {

using namespace Qt::StringLiterals;

namespace {

//! What starts a formula in one spreadsheet or another, full-width forms included, and the
//! apostrophe itself so that the way back is unambiguous.
bool startsLikeAFormula(const QString &cell)
{
    static const QString starts = u"=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20"_s;
    return !cell.isEmpty() && starts.contains(cell.front());
}

} // namespace

QByteArray csvRecord(const QStringList &cells)
{
    QString record;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            record += u',';
        QString cell = cells[i];
        cell.remove(QChar(u'\0'));
        if (startsLikeAFormula(cell))
            cell.prepend(u'\'');
        const bool quoted = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n')
            || cell.contains(u'\r') || cell.contains(u';') || cell.contains(u'\t')
            || cell.startsWith(u' ') || cell.endsWith(u' ');
        if (quoted)
            record += u'"' % QString(cell).replace(u'"', u"\"\""_s) % u'"';
        else
            record += cell;
    }
    record += u"\r\n"_s;
    return record.toUtf8();
}

QString fromCsvCell(const QString &cell)
{
    return cell.startsWith(u'\'') ? cell.mid(1) : cell;
}

} // namespace relink::cli
