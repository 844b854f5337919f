// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/waitbox.h"

#include "core/ports/clock.h"
#include "ui/textlabel.h"

#include <QTimer>
#include <QVBoxLayout>

namespace relink {

namespace {

constexpr int tick = 1000; // milliseconds

} // namespace

WaitBox::WaitBox(const Surroundings &surroundings, const QDateTime &until, QWidget *parent)
    : QWidget(parent)
    , m_surroundings(surroundings)
    , m_until(until)
    , m_timer(new QTimer(this))
    , m_text(new TextLabel)
{
    setObjectName(QStringLiteral("stepWait"));
    m_text->setObjectName(QStringLiteral("stepWaitLabel"));
    m_text->setStrong(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    connect(m_timer, &QTimer::timeout, this, &WaitBox::look);
    m_timer->start(tick);
    look();
}

void WaitBox::look()
{
    const qint64 left = m_surroundings.clock.now().secsTo(m_until);
    // Minutes and seconds for the eye, whole minutes for the ear: nobody wants each second read.
    const QString shown = QStringLiteral("%1:%2")
                              .arg(qMax<qint64>(left, 0) / 60)
                              .arg(qMax<qint64>(left, 0) % 60, 2, 10, QLatin1Char('0'));
    //: %1 is minutes and seconds, as 4:32
    m_text->setText(tr("%1 left; then Relink goes on and checks by itself.").arg(shown));
    const int minutes = int((qMax<qint64>(left, 0) + 59) / 60);
    const QString spoken
        = minutes == 1 ? tr("one minute left") : tr("%n minutes left", nullptr, minutes);
    if (m_text->accessibleName() != spoken)
        m_text->setAccessibleName(spoken);
    if (left > 0 || !m_timer->isActive())
        return;
    m_timer->stop();
    // Whoever listens was not there yet when it began.
    QTimer::singleShot(0, this, &WaitBox::over);
}

} // namespace relink
