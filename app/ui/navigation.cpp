// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/navigation.h"

#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace relink {

namespace {

class NavigationButton : public QAbstractButton
{
public:
    explicit NavigationButton(const QString &text)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void setPage(const QString &description)
    {
        m_description = description;
        setAccessibleDescription(description);
    }
    void setBadge(int count, const QString &meaning)
    {
        m_count = count;
        setAccessibleDescription(meaning.isEmpty() ? m_description : meaning);
        updateGeometry();
        update();
    }
    QSize sizeHint() const override
    {
        const QFontMetrics strong(TextLabel::fontFor(TextLabel::Size::Body, true, font()));
        const int badge = m_count > 0 ? badgeWidth() + metrics::control : 0;
        return {strong.horizontalAdvance(shownText()) + badge + 24, strong.height() + 20};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &t = Theme::current();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor fill = Qt::transparent;
        if (isChecked())
            fill = t.dark ? t.selection : mixed(t.selection, t.accent, 0.06);
        else if (underMouse())
            fill = mixed(t.side, t.text, 0.05);
        painter.setPen(t.highContrast && isChecked() ? QPen(t.text, 2) : QPen(Qt::NoPen));
        painter.setBrush(fill);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radius,
                                metrics::radius);
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(t.accent, 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radius,
                                    metrics::radius);
        }
        const QRect inner = rect().adjusted(10, 0, -10, 0);
        int room = inner.width();
        if (m_count > 0) {
            const int width = badgeWidth();
            const int height = fontMetrics().height();
            const QRect badge
                = QStyle::visualRect(layoutDirection(), inner,
                                     QRect(inner.right() - width + 1,
                                           inner.center().y() - height / 2 + 1, width, height));
            painter.setPen(t.highContrast ? QPen(t.text, 1) : QPen(Qt::NoPen));
            painter.setBrush(t.highContrast ? t.pane : t.red);
            painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
            painter.setFont(badgeFont());
            painter.setPen(t.highContrast ? t.text : t.pane);
            painter.drawText(badge, Qt::AlignCenter, QLocale().toString(m_count));
            room -= width + metrics::control;
        }
        const QFont font = TextLabel::fontFor(TextLabel::Size::Body, isChecked(), this->font());
        painter.setFont(font);
        painter.setPen(t.text);
        QRect text = QStyle::visualRect(layoutDirection(), inner,
                                        QRect(inner.left(), inner.top(), room, inner.height()));
        painter.drawText(text,
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft))
                             | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic,
                         QFontMetrics(font).elidedText(this->text(), Qt::ElideRight, room,
                                                       Qt::TextShowMnemonic));
    }

private:
    QString shownText() const { return QString(text()).remove(u'&'); }
    QFont badgeFont() const
    {
        QFont f = TextLabel::fontFor(TextLabel::Size::Small, true, font());
        f.setWeight(QFont::Bold);
        return f;
    }
    int badgeWidth() const
    {
        return qMax(fontMetrics().height(),
                    QFontMetrics(badgeFont()).horizontalAdvance(QLocale().toString(m_count)) + 14);
    }

    QString m_description;
    int m_count = 0;
};

} // namespace

Navigation::Navigation(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_pages(new QVBoxLayout)
    , m_practice(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Amber))
{
    setAccessibleName(tr("Pages"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, metrics::pane, 11, metrics::pane);
    layout->setSpacing(0);
    auto *name = new TextLabel(TextLabel::Size::Heading, TextLabel::Tone::Normal,
                               TextLabel::Flow::OneLine);
    name->setText(QStringLiteral("Relink"));
    name->setContentsMargins(10, 4, 10, 16);
    layout->addWidget(name);
    m_pages->setSpacing(2);
    layout->addLayout(m_pages);
    layout->addStretch(1);
    m_practice->setObjectName(QStringLiteral("practiceLabel"));
    m_practice->setStrong(true);
    m_practice->setText(tr("Practice: nothing here is real"));
    m_practice->setContentsMargins(10, 8, 10, 8);
    m_practice->hide();
    layout->addWidget(m_practice);
    m_group->setExclusive(true);
    // Not only clicked: a screen reader toggles.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int page, bool chosen) {
        if (chosen)
            Q_EMIT pageChosen(page);
    });
}

void Navigation::addPage(const QString &objectName, const QString &label,
                         const QString &description)
{
    auto *button = new NavigationButton(label);
    button->setObjectName(objectName);
    button->setAccessibleName(QString(label).remove(u'&'));
    button->setPage(description);
    m_group->addButton(button, int(m_group->buttons().size()));
    m_pages->addWidget(button);
}

void Navigation::setCurrent(int page)
{
    if (QAbstractButton *button = m_group->button(page))
        button->setChecked(true);
}

void Navigation::setBadge(int page, int count, const QString &meaning)
{
    auto *button = static_cast<NavigationButton *>(m_group->button(page));
    if (!button)
        return;
    button->setBadge(count, meaning);
}

void Navigation::setPractice(bool practice)
{
    m_practice->setVisible(practice);
}

void Navigation::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), t.side);
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(x, 0, 1, height(), t.line);
    if (!m_practice->isHidden()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(t.highContrast ? QPen(t.text, 1) : QPen(Qt::NoPen));
        painter.setBrush(t.amberPane);
        painter.drawRoundedRect(m_practice->geometry(), metrics::radius, metrics::radius);
    }
}

} // namespace relink
