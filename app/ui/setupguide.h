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

class CopyLine;
class TextLabel;

//! What has to be done at the provider before a form can be filled in: where to go, with the link,
//! and which redirect address to enter there.
class SetupGuide : public QWidget
{
    Q_OBJECT
public:
    explicit SetupGuide(const Surroundings &surroundings, QWidget *parent = nullptr);

    //! `resolved` is null while inputs are missing.
    void show(const ProviderPack &pack, const AuthMethod &method, const Connection &sketch,
              const ResolvedProvider *resolved);

private:
    void showRedirect(const QString &provider, const AuthMethod &method, const Connection &sketch,
                      const ResolvedProvider *resolved);
    void open(const QString &address);

    const Surroundings &m_surroundings;
    QString m_setupUrl;
    QString m_documentation;
    TextLabel *m_needs;
    TextLabel *m_path;
    QPushButton *m_setup;
    QPushButton *m_read;
    TextLabel *m_redirectCaption;
    CopyLine *m_redirect;
    TextLabel *m_redirectNote;
};

} // namespace relink
