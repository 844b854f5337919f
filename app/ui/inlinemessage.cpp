// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inlinemessage.h"

#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace relink {

InlineMessage::InlineMessage(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_text(new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Normal, TextLabel::Flow::Wrap,
                           this))
    , m_action(new QPushButton(this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(objectName + QStringLiteral("Message"));
    m_text->setObjectName(objectName + QStringLiteral("MessageLabel"));
    m_action->setObjectName(objectName + QStringLiteral("MessageButton"));
    m_close->setObjectName(objectName + QStringLiteral("MessageCloseButton"));
    m_close->setAccessibleName(tr("Close this message"));
    m_action->setAutoDefault(false);
    m_close->setAutoDefault(false);
    m_close->setFlat(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::pane, metrics::control, metrics::control, metrics::control);
    layout->setSpacing(metrics::control);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action, 0, Qt::AlignTop);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    m_text->setAlignment(Qt::AlignVCenter);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_action, &QPushButton::clicked, this, &InlineMessage::actionTriggered);
    connect(m_close, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    m_action->hide();
    m_close->hide();
    hide();
}

void InlineMessage::showMessage(Kind kind, const QString &text)
{
    const bool news = text != m_text->text() || isHidden();
    m_kind = kind;
    m_text->setText(text);
    setVisible(!text.isEmpty());
    update();
    if (news && !text.isEmpty()) {
        QAccessibleEvent event(m_text, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void InlineMessage::setAction(const QString &label)
{
    m_action->setText(label);
    m_action->setVisible(!label.isEmpty());
}

void InlineMessage::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void InlineMessage::clear()
{
    m_text->setText({});
    hide();
}

QString InlineMessage::text() const
{
    return m_text->text();
}

void InlineMessage::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QColor fill = t.selection;
    QColor edge = t.accent;
    if (m_kind == Kind::Warning) {
        fill = t.amberPane;
        edge = t.amber;
    } else if (m_kind == Kind::Error) {
        fill = t.redPane;
        edge = t.red;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.highContrast ? QPen(t.text, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius,
                            metrics::radius);
    // The edge marks the kind by its place as well as by its colour.
    const QRectF bar = layoutDirection() == Qt::RightToLeft
        ? QRectF(width() - 4, 4, 4, height() - 8)
        : QRectF(0, 4, 4, height() - 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(edge);
    painter.drawRoundedRect(bar, 2, 2);
}

} // namespace relink
