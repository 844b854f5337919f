// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"

#include <QWidget>

namespace relink {

class FoldedSection;
class TextLabel;

//! What others stumbled over at a provider: pitfalls and limits, folded away, and above them what
//! stops working soon or stopped not long ago.
class ProviderNotes : public QWidget
{
    Q_OBJECT
public:
    explicit ProviderNotes(QWidget *parent = nullptr);

    //! `open`: unfolded from the start.
    void show(const ProviderPack &pack, const QDate &today, bool open = false);

private:
    TextLabel *m_ending;
    FoldedSection *m_fold;
    TextLabel *m_notes;
};

} // namespace relink
