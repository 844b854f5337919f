// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/connectiontransfer.h"

#include <QDialog>

class QVBoxLayout;

namespace relink {

class ProviderCatalogue;

//! What a file would add, before anything is added: the servers it leads to first, since whoever
//! made the file chose them, then connections and pairs, then what is left out and why. Enter is
//! Cancel.
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    ImportDialog(const ProviderCatalogue &catalogue, const ImportPlan &plan,
                 QWidget *parent = nullptr);

    //! What of a file is not taken over, a sentence or a list each.
    static QStringList leftOut(const ImportPlan &plan);

private:
    void addServers(const ImportPlan &plan);
    void addConnections(const ProviderCatalogue &catalogue, const ImportPlan &plan);
    void addSection(const QString &objectName, const QString &caption, const QString &text);

    QVBoxLayout *m_sections;
};

} // namespace relink
