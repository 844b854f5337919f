// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/connectiontransfer.h"
#include "ui/surroundings.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace relink {

//! "Export connections…" and "Import connections…" of the window's menu, with their dialogs.
class TransferActions : public QObject
{
    Q_OBJECT
public:
    TransferActions(const Surroundings &surroundings, QWidget *window);

    void fillMenu(QMenu *menu) const;
    //! A file is chosen.
    void exportTo(const QString &fileName);
    void importFrom(const QString &fileName);

Q_SIGNALS:
    //! To be authorised next.
    void imported(const relink::ConnectionId &first);

private:
    void chooseExport();
    void chooseImport();
    void add(const ImportPlan &plan);
    void tell(const QString &objectName, const QString &title, const QString &text,
              const QString &caption = {}, const QString &list = {});

    const Surroundings &m_surroundings;
    QWidget *m_window;
    QAction *m_export;
    QAction *m_import;
};

} // namespace relink
