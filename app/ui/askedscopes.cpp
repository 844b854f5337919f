// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/askedscopes.h"

#include "core/rules/plaintext.h"
#include "core/rules/unconfirmed.h"
#include "ui/foldedsection.h"
#include "ui/textlabel.h"
#include "words/doubtwords.h"

#include <QLocale>
#include <QVBoxLayout>

namespace relink {

AskedScopes::AskedScopes(QWidget *parent)
    : QWidget(parent)
    , m_fold(new FoldedSection(QStringLiteral("askedScopes"), QString()))
    , m_doubt(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
    , m_names(new TextLabel(TextLabel::Size::Small))
{
    m_doubt->setObjectName(QStringLiteral("askedScopesDoubtLabel"));
    m_names->setObjectName(QStringLiteral("askedScopesLabel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fold);
    m_fold->content()->setSpacing(4);
    m_fold->content()->addWidget(m_doubt);
    m_fold->content()->addWidget(m_names);
}

void AskedScopes::show(const ProviderPack &pack, const QStringList &scopes)
{
    const QString doubt = unconfirmedIn(pack).scopes ? words::notConfirmed() : QString();
    //: How many permissions a sign-in asks for
    const QString title = tr("What Relink asks for (%1)").arg(QLocale().toString(scopes.size()));
    m_fold->setTitle(title);
    m_doubt->setText(
        words::withDoubt(tr("By their names at %1").arg(plainText(pack.name, 60)), doubt));
    QStringList lines;
    for (const QString &scope : scopes)
        lines.append(QStringLiteral("• ") + plainText(scope));
    m_names->setText(lines.join(u'\n'));
    setVisible(!scopes.isEmpty());
}

} // namespace relink
