// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

#include <QWidget>

namespace relink {

class FoldedSection;
class TextLabel;

//! Which articles a step comes from, with the numbers of their rows, behind one click.
class StepSource : public QWidget
{
    Q_OBJECT
public:
    explicit StepSource(QWidget *parent = nullptr);

    //! `further`: what else the page says, such as where the diagnosis comes from. Hidden when
    //! nothing is known.
    void show(const Step &step, const QString &further = {});

private:
    FoldedSection *m_section;
    TextLabel *m_text;
};

} // namespace relink
