// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"
#include "core/rules/resolve.h"
#include "ui/surroundings.h"

#include <QWidget>

class QPushButton;

namespace relink {

class ButtonRow;
class CopyLine;
class TextLabel;

//! What has to be done at the provider before a form can be filled in: where to go, with the link,
//! or whom to ask where that is not known, and which redirect address to enter there.
class SetupGuide : public QWidget
{
    Q_OBJECT
public:
    explicit SetupGuide(const Surroundings &surroundings, QWidget *parent = nullptr);

    //! `resolved` is null while inputs are missing.
    void show(const ProviderPack &pack, const AuthMethod &method, const Connection &sketch,
              const ResolvedProvider *resolved);

private:
    //! Where the place is not known: who may tell, and what is known instead.
    void showUnknown(const ProviderPack &pack, const AuthMethod &method, const QString &provider);
    void showRedirect(const ProviderPack &pack, const QString &provider, const AuthMethod &method,
                      const Connection &sketch, const ResolvedProvider *resolved);
    void open(const QString &address);

    const Surroundings &m_surroundings;
    QString m_setupUrl;
    QString m_documentation;
    QString m_manageUrl;
    TextLabel *m_needs;
    TextLabel *m_path;
    TextLabel *m_unknown;
    TextLabel *m_manage;
    ButtonRow *m_links = nullptr;
    QPushButton *m_setup;
    QPushButton *m_read;
    QPushButton *m_apps;
    TextLabel *m_redirectCaption;
    CopyLine *m_redirect;
    TextLabel *m_redirectNote;
};

} // namespace relink
