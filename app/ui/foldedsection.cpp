// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/foldedsection.h"

#include "ui/metrics.h"
#include "ui/plaintooltip.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

namespace {

constexpr int leastLetters = 24; // of a title that are seen, whatever the width

} // namespace

FoldedSection::FoldedSection(const QString &objectName, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_button(new QPushButton)
    , m_body(new QWidget)
    , m_content(new QVBoxLayout(m_body))
{
    setObjectName(objectName);
    m_button->setObjectName(objectName + QStringLiteral("Button"));
    m_button->setFlat(true);
    m_button->setAutoDefault(false);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(metrics::group);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::control);
    // The words stand where text beside them begins, the button's edge further out: no layout does
    // that.
    m_button->setParent(this);
    layout->addSpacing(m_button->sizeHint().height());
    layout->addWidget(m_body);
    connect(m_button, &QPushButton::clicked, this, [this] { setOpen(!m_open); });
    update();
}

void FoldedSection::setTitle(const QString &title)
{
    m_title = title;
    update();
}

void FoldedSection::setOpen(bool open)
{
    m_open = open;
    update();
}

void FoldedSection::update()
{
    placeButton();
    m_button->setAccessibleName(m_title);
    m_button->setAccessibleDescription(m_open ? tr("Open; press to fold it away")
                                              : tr("Folded away; press to read it"));
    m_body->setVisible(m_open);
}

void FoldedSection::placeButton()
{
    const QChar closedMark = isRightToLeft() ? QChar(0x25C2) : QChar(0x25B8);
    const QString whole = (m_open ? QChar(0x25BE) : closedMark) + QStringLiteral(" ") + m_title;
    const auto wordsOf = [this](const QString &text) {
        return m_button->fontMetrics().size(Qt::TextShowMnemonic, text).width();
    };
    // A long title gives way before the page does.
    setMinimumWidth(
        qMin(wordsOf(whole), m_button->fontMetrics().averageCharWidth() * leastLetters));
    const bool fits = wordsOf(whole) <= qMax(width(), minimumWidth());
    m_button->setText(fits ? whole
                           : m_button->fontMetrics().elidedText(whole, Qt::ElideRight, width(),
                                                                Qt::TextShowMnemonic));
    m_button->setToolTip(fits ? QString() : plainToolTip(m_title));
    const QSize size = m_button->sizeHint();
    const int edge = (size.width() - wordsOf(m_button->text())) / 2;
    m_button->setGeometry(
        QRect(QPoint(isRightToLeft() ? width() - size.width() + edge : -edge, 0), size));
}

void FoldedSection::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeButton();
}

} // namespace relink
