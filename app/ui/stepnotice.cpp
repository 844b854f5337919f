// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/stepnotice.h"

#include "core/rules/redact.h"
#include "ui/copyline.h"
#include "ui/inlinemessage.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/words.h"

#include <QVBoxLayout>

namespace relink {

StepNotice::StepNotice(QWidget *parent)
    : QWidget(parent)
    , m_message(new InlineMessage(QStringLiteral("reconnect")))
    , m_caption(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
    , m_ownWords(new CopyLine(QStringLiteral("reconnectOwnWords"), tr("The provider’s own words"),
                              CopyLine::Lines::Few))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::control);
    layout->addWidget(m_message);
    layout->addWidget(m_caption);
    layout->addWidget(m_ownWords);
    clear();
}

void StepNotice::clear()
{
    m_message->clear();
    m_caption->hide();
    m_ownWords->setText({});
    hide();
}

void StepNotice::note(const QString &text)
{
    m_message->showMessage(InlineMessage::Kind::Note, text);
    show();
}

void StepNotice::warn(const QString &text)
{
    m_message->showMessage(InlineMessage::Kind::Warning, text);
    show();
}

void StepNotice::complain(const QString &text)
{
    m_message->showMessage(InlineMessage::Kind::Error, text);
    show();
}

void StepNotice::complain(const AuthError &error, const QString &providerName)
{
    complain(words::failure(error, providerName));
    quote(error, providerName);
}

void StepNotice::quote(const AuthError &error, const QString &providerName)
{
    const QString own = redact(words::providersOwnWords(error));
    m_ownWords->setText(own);
    m_caption->setText(tr("%1’s own words").arg(providerName));
    m_caption->setVisible(!own.isEmpty());
    if (!own.isEmpty())
        show();
}

QString StepNotice::text() const
{
    return isHidden() ? QString() : m_message->text();
}

} // namespace relink
