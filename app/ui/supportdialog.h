// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/supportpacket.h"
#include "core/ports/packetwriter.h"
#include "ui/surroundings.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QTimer;

namespace relink {

class InlineMessage;
class SupportPreview;
class TextLabel;

//! What a support team asks for about one connection, to be looked through and then saved or
//! copied. Nothing leaves the computer by itself. It deletes itself once it is closed.
class SupportDialog : public QDialog
{
    Q_OBJECT
public:
    SupportDialog(const Surroundings &surroundings, const ConnectionId &connection,
                  QWidget *parent = nullptr);

    //! A file is chosen; an existing one is replaced, which was asked with its name.
    void saveTo(const QString &fileName);
    void addPicture(const QString &fileName);

private:
    void build(const QString &connectionName);
    void gather();
    void showFacts();
    void renew();
    void showPacket();
    void chooseFile();
    void choosePicture();
    void copy();
    QList<PacketFile> pictures() const;
    QString text() const;

    const Surroundings &m_surroundings;
    ConnectionId m_id;
    std::optional<SupportFacts> m_facts;
    SupportPacket m_packet;
    QList<PacketFile> m_own; //!< of the history and the settings
    QList<PacketFile> m_added; //!< the merchant's
    QTimer *m_delay; //!< until typing pauses
    InlineMessage *m_message;
    TextLabel *m_doingLabel = nullptr;
    QLineEdit *m_doing = nullptr;
    TextLabel *m_asked = nullptr;
    QCheckBox *m_names = nullptr;
    QCheckBox *m_drawn = nullptr;
    QPushButton *m_add = nullptr;
    SupportPreview *m_preview = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace relink
