// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/historyevent.h"
#include "core/model/recipe.h"
#include "core/model/secret.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace relink {

//! What a support team asks for.
enum class SupportField {
    Doing, //!< what the merchant wanted to do
    Integration,
    Frequency, //!< every time, or now and then
    Changes,
    Message, //!< in full, with its codes
    Occurred, //!< first occurred, and first noticed (X-11)
    Pictures,
    Steps, //!< what was tried already
};

//! One thing that a support team asks for, and the documented row that says so.
struct SupportQuestion
{
    SupportField field = SupportField::Message;
    QString row;

    friend bool operator==(const SupportQuestion &, const SupportQuestion &) = default;
};

//! What the support of some products asks for, in their order.
struct SupportChecklist
{
    QString id;
    QStringList products; //!< vias and providers; none: everybody else
    QStringList sources; //!< rows that send the merchant there
    QList<SupportQuestion> questions;

    friend bool operator==(const SupportChecklist &, const SupportChecklist &) = default;
};

//! What runs on this computer.
struct SupportVersions
{
    QString relink;
    QString qt;
    QString system;
    QString keyring;

    friend bool operator==(const SupportVersions &, const SupportVersions &) = default;
};

//! A stretch of text that was replaced before anybody else reads it.
struct HiddenValue
{
    enum class Kind {
        Secret,
        Name, //!< of a person, a shop or an organisation, or what it is known by
        Before, //!< a secret that was hidden already when it was stored
    };
    enum class Where { Message, Code, Doing, Change, Reason, Settings };

    Kind kind = Kind::Secret;
    QString label; //!< what the text calls it, e.g. access_token; may be empty
    qsizetype length = 0; //!< in characters; 0: not known
    Where where = Where::Message;
    QDateTime at; //!< of the event; null: none

    friend bool operator==(const HiddenValue &, const HiddenValue &) = default;
};

//! How often the failure came.
struct SupportFrequency
{
    enum class Kind {
        None, //!< nothing has failed
        Once,
        EveryTime, //!< it never worked in between
        Sometimes, //!< it worked again, and failed again
    };

    Kind kind = Kind::None;
    int failures = 0;
    int recoveries = 0; //!< between the first and the last of them
    QDateTime first;
    QDateTime last;

    friend bool operator==(const SupportFrequency &, const SupportFrequency &) = default;
};

//! One step of the guided reconnect that is behind the merchant.
struct SupportStep
{
    QString id;
    QString title; //!< as in Step
    QString source;
    StepStatus status = StepStatus::Done;
    QDateTime at;
    QString answer; //!< the chosen option, as in StepOption
    QString reason; //!< the merchant's own words

    friend bool operator==(const SupportStep &, const SupportStep &) = default;
};

//! All that a packet is chosen from. Not for anybody else's eyes.
struct SupportFacts
{
    Connection connection;
    QString providerName;
    QString otherName; //!< of the connection that it is a pair with; empty: none
    QString otherProviderName;
    QList<HistoryEvent> events; //!< newest first
    std::optional<ReconnectProgress> progress; //!< of a guided reconnect under way
    SupportChecklist checklist;
    SupportVersions versions;
    QList<SecretBytes> secrets; //!< that are stored: hidden wherever somebody typed them
};

//! What the merchant decides about a packet.
struct SupportWishes
{
    QString doing;
    bool names = false; //!< of people, shops and organisations may stand in it (R94)
    QDateTime now;
    QByteArray timeZone; //!< IANA id
};

//! What leaves this computer for a support team: what makeSupportPacket() allows, masked, and
//! nothing else. Events, connection and steps hold their allowed members alone.
struct SupportPacket
{
    QDateTime madeAt;
    QByteArray timeZone;
    SupportVersions versions;
    SupportChecklist checklist;
    bool names = false;
    Connection connection;
    QString providerName;
    QString otherProviderName; //!< of the other side of its pair; empty: none
    QString doing;
    std::optional<HistoryEvent> error; //!< the failure that it is about
    SupportFrequency frequency;
    QList<HistoryEvent> events; //!< failures and recoveries, newest first
    QList<HistoryEvent> changes; //!< what the merchant and Relink changed, newest first
    QList<SupportStep> steps;
    QList<HistoryEvent> attempts; //!< what was done since the failure began, oldest first
    QList<HiddenValue> hidden;

    friend bool operator==(const SupportPacket &, const SupportPacket &) = default;
};

QString toString(SupportField field);
std::optional<SupportField> supportFieldFromString(const QString &text);

} // namespace relink
