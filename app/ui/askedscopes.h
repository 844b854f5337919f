// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"

#include <QWidget>

namespace relink {

class FoldedSection;
class TextLabel;

//! The permissions that the next sign-in asks for, by the names that the provider has for them,
//! folded away. Hidden where none is asked for.
class AskedScopes : public QWidget
{
    Q_OBJECT
public:
    explicit AskedScopes(QWidget *parent = nullptr);

    void show(const ProviderPack &pack, const QStringList &scopes);

private:
    FoldedSection *m_fold;
    TextLabel *m_doubt;
    TextLabel *m_names;
};

} // namespace relink
