// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTranslator>

namespace relink::test {

//! Every sentence with accents and a third longer, in brackets: shows what was never handed to
//! the translator and what has no room to grow.
class PseudoLocale : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *comment,
                      int n) const override;
};

} // namespace relink::test
