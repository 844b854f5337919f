// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/supportpacket.h"
#include "core/ports/packetwriter.h"

#include <QWidget>

class QVBoxLayout;

namespace relink {

class FoldedSection;
class PlainTextField;
class TextLabel;

//! A support packet before it leaves: its text with what was replaced marked in it, the list of
//! what that was, and the pictures.
class SupportPreview : public QWidget
{
    Q_OBJECT
public:
    explicit SupportPreview(QWidget *parent = nullptr);

    void showText(const QString &text);
    void showPacket(const SupportPacket &packet, const QList<PacketFile> &pictures);
    void openPictures();

private:
    void showPictures(const QList<PacketFile> &pictures);
    void mark();

    PlainTextField *m_text;
    FoldedSection *m_replaced;
    TextLabel *m_replacedList;
    FoldedSection *m_pictures;
    QVBoxLayout *m_thumbnails;
};

} // namespace relink
