// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/historymodel.h"

#include "core/rules/plaintext.h"
#include "services/futures.h"
#include "ui/plaintooltip.h"
#include "ui/statusglyph.h"
#include "words/words.h"

namespace relink {

namespace {

constexpr int pageSize = 100;

} // namespace

HistoryModel::HistoryModel(Query query, ConnectionListModel::FaceOf faceOf,
                           ConnectionListModel::Now now, QObject *parent)
    : QAbstractTableModel(parent)
    , m_ask(std::move(query))
    , m_faceOf(std::move(faceOf))
    , m_now(std::move(now))
{}

void HistoryModel::setQuery(const HistoryQuery &query)
{
    m_query = query;
    m_query.limit = pageSize;
    reload();
}

void HistoryModel::reload()
{
    fetch(true);
}

void HistoryModel::fetch(bool first)
{
    HistoryQuery query = m_query;
    query.limit = pageSize;
    if (!first && !m_events.isEmpty()) {
        query.beforeId = m_events.last().id;
        query.beforeTime = m_events.last().time;
    }
    m_loading = true;
    const quint64 generation = ++m_generation;
    whenDone(m_ask(query), this,
             [this, first, generation](const Result<QList<HistoryEvent>> &result) {
                 if (generation != m_generation)
                     return;
                 if (!result) {
                     m_loading = false;
                     m_complete = true;
                     Q_EMIT loaded(words::failure(result.error(), {}));
                     return;
                 }
                 m_complete = result->size() < pageSize;
                 if (first) {
                     beginResetModel();
                     m_events = *result;
                     endResetModel();
                 } else if (!result->isEmpty()) {
                     const int from = int(m_events.size());
                     beginInsertRows({}, from, from + int(result->size()) - 1);
                     m_events.append(*result);
                     endInsertRows();
                 }
                 // Not before: a view that asks for more while rows change would get a page twice.
                 m_loading = false;
                 Q_EMIT loaded({});
             });
}

const HistoryEvent *HistoryModel::at(int row) const
{
    return row >= 0 && row < m_events.size() ? &m_events.at(row) : nullptr;
}

QString HistoryModel::providerName(const HistoryEvent &event) const
{
    auto it = m_names.find(event.provider);
    if (it == m_names.end()) {
        const QString name = m_faceOf(event.provider).name;
        it = m_names.insert(event.provider, plainText(name.isEmpty() ? event.provider : name, 60));
    }
    return *it;
}

QString HistoryModel::connectionName(const HistoryEvent &event) const
{
    if (event.connection.isEmpty() && event.action == notedAction) {
        //: %1 is a provider
        return tr("All at %1").arg(providerName(event));
    }
    const QString now = m_nameOf ? m_nameOf(event.connection) : QString();
    return plainText(now.isEmpty() ? event.connectionName : now, 100);
}

bool HistoryModel::isTest(const HistoryEvent &event) const
{
    return m_isTest && !event.connection.isEmpty() && m_isTest(event.connection);
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HistoryEvent &event = m_events.at(index.row());
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case TimeColumn:
            return words::when(event.time, m_now());
        case ConnectionColumn:
            return connectionName(event);
        case EventColumn:
            return words::historySentence(event, providerName(event));
        case CountColumn:
            return QLocale().toString(event.count);
        }
    }
    if (role == Qt::AccessibleTextRole && index.column() == EventColumn) {
        const QString kind = event.kind == HistoryKind::Failure
            ? (event.resolved ? tr("Failure, resolved") : tr("Failure, not resolved"))
            : event.action == notedAction         ? tr("Note")
            : event.kind == HistoryKind::Recovery ? tr("Recovery")
                                                  : tr("Change");
        //: Kind of event and what happened, for a screen reader
        return tr("%1: %2").arg(kind, words::historySentence(event, providerName(event)));
    }
    if (role == Qt::AccessibleTextRole && index.column() == ConnectionColumn && isTest(event))
        return TestBadge::spoken(connectionName(event));
    if (role == Qt::ToolTipRole && index.column() == EventColumn)
        return plainToolTip(words::historySentence(event, providerName(event)));
    if (role == Qt::TextAlignmentRole && index.column() == CountColumn)
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        return int((section == CountColumn ? Qt::AlignTrailing : Qt::AlignLeading)
                   | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Last seen");
    case ConnectionColumn:
        return tr("Connection");
    case EventColumn:
        return tr("What happened");
    case CountColumn:
        return tr("Times");
    default:
        return {};
    }
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_loading && !m_complete;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        fetch(false);
}

} // namespace relink
