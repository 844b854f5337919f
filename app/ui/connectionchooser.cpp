// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connectionchooser.h"

#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "ui/dialogframe.h"
#include "ui/look.h"
#include "ui/roomydelegate.h"
#include "words/words.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

ConnectionChooser::ConnectionChooser(const Surroundings &surroundings, const QString &title,
                                     const QList<Connection> &connections, const QString &act,
                                     QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget)
{
    setObjectName(QStringLiteral("connectionChooser"));
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setObjectName(QStringLiteral("chooserListWidget"));
    m_list->setAccessibleName(tr("Connections"));
    m_list->setSpacing(1);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const Connection &connection : connections) {
        const auto face = surroundings.manager.catalogue().face(connection.provider);
        //: A connection, its provider and its status in a word
        auto *item
            = new QListWidgetItem(tr("%1 (%2, %3)")
                                      .arg(plainText(connection.name, 60),
                                           plainText(face ? face->name : connection.provider, 60),
                                           words::statusWord(connection.state)),
                                  m_list);
        item->setData(Qt::UserRole, connection.id.value);
    }
    auto *primary = new QPushButton(act);
    primary->setObjectName(QStringLiteral("chooserPrimaryButton"));
    makePrimary(primary);
    primary->setDefault(true);
    primary->setVisible(!connections.isEmpty());
    auto *cancel = new QPushButton(connections.isEmpty() ? tr("Close") : tr("Cancel"));
    cancel->setObjectName(QStringLiteral("chooserCancelButton"));
    cancel->setAutoDefault(false);
    frameDialog(this,
                connections.isEmpty() ? tr("There is no connection yet.")
                                      : tr("Which connection is it about?"),
                {cancel, primary})
        ->addWidget(m_list, 1);
    m_list->setVisible(!connections.isEmpty());
    m_list->setCurrentRow(0);
    m_list->setFocus();
    resize(460, connections.isEmpty() ? sizeHint().height() : 380);
    connect(primary, &QPushButton::clicked, this, &ConnectionChooser::choose);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &ConnectionChooser::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void ConnectionChooser::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    accept();
    Q_EMIT chosen({item->data(Qt::UserRole).toString()});
}

} // namespace relink
