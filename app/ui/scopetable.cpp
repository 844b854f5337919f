// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/scopetable.h"

#include "core/rules/plaintext.h"
#include "core/rules/resolve.h"
#include "core/rules/scopedrift.h"
#include "ui/card.h"
#include "ui/metrics.h"
#include "ui/statusglyph.h"
#include "ui/textlabel.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace relink {

ScopeTable::ScopeTable(const ProviderPack &pack, const Connection &connection, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("scopeTable"));
    setAccessibleName(tr("Permissions"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(6);
    auto *caption = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    caption->setText(tr("Permissions that are needed"));
    outer->addWidget(caption);
    auto *card = new Card;
    outer->addWidget(card);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(metrics::group, 10, metrics::group, 10);
    grid->setHorizontalSpacing(metrics::group);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 2);
    const AuthMethod *method = pack.authMethod(connection.authMethod);
    const QStringList needed = method ? askedScopes(*method, connection.inputs) : QStringList();
    const QStringList missing = missingScopes(pack, connection);
    const bool isTold = !connection.scope.isEmpty();
    int row = 0;
    for (const QString &scope : needed) {
        const bool granted = isTold && !missing.contains(scope);
        const QString said = !isTold ? tr("not told") : granted ? tr("granted") : tr("missing");
        auto *glyph = new StatusGlyph;
        glyph->setLight(!isTold ? Light::Neutral : granted ? Light::Green : Light::Red, said);
        auto *name = new TextLabel;
        name->setText(plainText(scope, 200));
        auto *state = new TextLabel;
        state->setText(said);
        //: A permission, and whether it was granted; for a screen reader
        name->setAccessibleName(tr("%1: %2").arg(name->text(), said));
        grid->addWidget(glyph, row, 0, Qt::AlignVCenter);
        grid->addWidget(name, row, 1, Qt::AlignVCenter);
        grid->addWidget(state, row++, 2, Qt::AlignVCenter);
    }
    setVisible(row > 0);
}

} // namespace relink
