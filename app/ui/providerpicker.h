// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace relink {

class ProviderCatalogue;
class TextLabel;

//! The providers to choose from, with search and category.
class ProviderPicker : public QWidget
{
    Q_OBJECT
public:
    explicit ProviderPicker(ProviderCatalogue &catalogue, QWidget *parent = nullptr);

    QString provider() const; //!< pack id; empty when the search leaves none
    void select(const QString &provider);
    void takeFocus();

Q_SIGNALS:
    void chosen(); //!< a double click

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void filter();

    QLineEdit *m_search;
    QComboBox *m_category;
    QListView *m_list;
    TextLabel *m_nothing;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_filter;
};

} // namespace relink
