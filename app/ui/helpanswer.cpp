// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helpanswer.h"

#include "core/ports/helpanswerstore.h"
#include "ui/buttonrow.h"
#include "ui/textlabel.h"
#include "words/words.h"

#include <QAccessible>
#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

HelpAnswer::HelpAnswer(HelpAnswerStore *store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_yes(new QPushButton(tr("&Yes, it helped")))
    , m_no(new QPushButton(tr("&No, it did not")))
    , m_reply(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
{
    setObjectName(QStringLiteral("helpAnswer"));
    m_yes->setObjectName(QStringLiteral("helpYesButton"));
    m_no->setObjectName(QStringLiteral("helpNoButton"));
    m_reply->setObjectName(QStringLiteral("helpReplyLabel"));
    auto *question = new TextLabel;
    question->setStrong(true);
    question->setText(tr("Did this help?"));
    auto *buttons = new ButtonRow;
    for (QPushButton *button : {m_yes, m_no}) {
        button->setAutoDefault(false);
        button->setCheckable(true);
        button->setAccessibleDescription(question->text());
        buttons->add(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(question);
    layout->addWidget(buttons);
    layout->addWidget(m_reply);
    connect(m_yes, &QPushButton::clicked, this, [this] { give(true); });
    connect(m_no, &QPushButton::clicked, this, [this] { give(false); });
    setVisible(m_store);
}

void HelpAnswer::setTopic(const QString &id)
{
    m_topic = id;
    m_yes->setChecked(false);
    m_no->setChecked(false);
    m_reply->setText({});
    m_reply->hide();
    if (!m_store)
        return;
    const Result<QMap<QString, bool>> known = m_store->answers();
    if (known && known->contains(id))
        showAnswer(known->value(id));
}

void HelpAnswer::give(bool helped)
{
    const Result<Done> kept = m_store->answer(m_topic, helped);
    showAnswer(helped);
    if (!kept)
        m_reply->setText(words::failure(kept.error(), {}));
    QAccessibleEvent event(m_reply, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void HelpAnswer::showAnswer(bool helped)
{
    m_yes->setChecked(helped);
    m_no->setChecked(!helped);
    m_reply->setText(helped
                         ? tr("That’s great! Your answer stays on this computer, and you can "
                              "change it.")
                         : tr("Sorry! We couldn’t be helpful. The support of the platform may be: "
                              "choose “Contact support…” in the menu Help. Your answer stays on "
                              "this computer, and you can change it."));
    m_reply->show();
}

} // namespace relink
