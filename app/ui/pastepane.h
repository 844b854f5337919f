// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "services/textdiagnoser.h"
#include "ui/card.h"
#include "ui/inlinemessage.h"
#include "ui/surroundings.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace relink {

class PasteField;

//! The pasted text, and what the person says of it: the connection or the provider it is about.
class PastePane : public Card
{
    Q_OBJECT
public:
    explicit PastePane(const Surroundings &surroundings, QWidget *parent = nullptr);

    PasteField *field() const { return m_field; }
    TextQuestion question() const;
    std::optional<Connection> connection() const; //!< chosen by the person
    void choose(const ConnectionId &id);
    void askForConnection();
    bool isProviderChosen() const; //!< by itself or with the connection
    //! A message below the text until the next one is given. `action`: label of its button.
    void tell(InlineMessage::Kind kind, const QString &text, const QString &action = {});
    //! Takes connections and providers as they are now.
    void refill();
    void forget();
    //! Whether connection and provider stand beside each other, and what that takes.
    void setOneLine(bool oneLine);
    int oneLineWidth() const;

Q_SIGNALS:
    //! Another text, or it is about somebody else; not while it is being typed.
    void changed();
    void actionTriggered(); //!< of the message

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void makeChoices();
    QList<QWidget *> choiceParts() const;
    void connectParts();
    void fillConnections();
    void fillProviders();
    void connectionChosen();
    void ask();

    const Surroundings &m_surroundings;
    QTimer *m_delay; //!< until typing pauses
    PasteField *m_field;
    InlineMessage *m_message;
    QGridLayout *m_choices;
    QLabel *m_connectionLabel;
    QLabel *m_providerLabel;
    QComboBox *m_connections;
    QComboBox *m_providers;
    QPushButton *m_clear;
    bool m_oneLine = true;
};

} // namespace relink
