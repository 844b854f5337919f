// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;
class QListView;
class QPushButton;
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
    void makeNothing();
    void filter();

    QLineEdit *m_search;
    QComboBox *m_category;
    QListView *m_list;
    QWidget *m_nothing; //!< in place of the list when the search leaves none
    TextLabel *m_nothingText;
    QPushButton *m_everywhere;
    QPushButton *m_other;
    QString m_otherName;
    QString m_searched;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_filter;
};

} // namespace relink
