// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/connectiontransfer.h"
#include "ui/textlabel.h"

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

    struct Section
    {
        QString objectName; //!< of the list
        QString caption;
        QString text;
    };
    //! What of a file is not taken over, and why.
    static QList<Section> leftOut(const ImportPlan &plan);

private:
    void addServers(const ImportPlan &plan);
    void addConnections(const ProviderCatalogue &catalogue, const ImportPlan &plan);
    void addSection(const Section &section, TextLabel::Tone tone = TextLabel::Tone::Normal);

    QVBoxLayout *m_sections;
};

} // namespace relink
