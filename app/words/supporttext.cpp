// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/supporttext.h"

#include "core/rules/plaintext.h"
#include "words/supportwords.h"
#include "words/translate.h"
#include "words/triedwords.h"
#include "words/words.h"

namespace relink::words {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestMessage = 8000;
constexpr qsizetype mostHistory = 20;

QString listed(const QStringList &lines)
{
    QString text;
    for (const QString &line : lines)
        text += u"- "_s % line % u'\n';
    return text;
}

//! The values that the sentences of steps and recipes may name.
QMap<QString, QString> valuesFor(const SupportPacket &packet)
{
    return {{u"provider"_s, packet.providerName},
            {u"connection"_s, packet.connection.name},
            {u"organisation"_s, packet.connection.organisation.name},
            {u"account"_s, packet.connection.identity},
            {u"partner"_s, packet.otherProviderName}};
}

//! Everything that the packet's sections are made of.
class Writer
{
public:
    Writer(const SupportPacket &packet, const QStringList &pictures)
        : m_packet(packet)
        , m_pictures(pictures)
    {}

    QString text()
    {
        m_text = translate("Support", "Support packet, made by Relink %1 on %2")
                     .arg(m_packet.versions.relink, time(m_packet.madeAt))
            % u'\n';
        QList<SupportField> fields;
        for (const SupportQuestion &question : m_packet.checklist.questions)
            fields += question.field;
        for (const SupportField field :
             {SupportField::Message, SupportField::Integration, SupportField::Occurred,
              SupportField::Frequency, SupportField::Doing, SupportField::Changes,
              SupportField::Steps, SupportField::Pictures}) {
            if (!fields.contains(field))
                fields += field;
        }
        for (const SupportField field : std::as_const(fields))
            section(supportFieldWord(field), bodyOf(field));
        section(translate("Support", "Connection"), connection());
        section(translate("Support", "History"), history());
        section(translate("Support", "Versions"), versions());
        section(translate("Support", "Left out"), leftOut());
        return m_text;
    }

private:
    QString time(const QDateTime &moment) const { return zonedTime(moment, m_packet.timeZone); }

    void section(const QString &title, const QString &body)
    {
        m_text
            += u'\n' % title % u'\n' % QString(title.size(), u'-') % u'\n' % body.trimmed() % u'\n';
    }

    QString bodyOf(SupportField field) const
    {
        switch (field) {
        case SupportField::Doing:
            return m_packet.doing.isEmpty() ? translate("Support", "(not filled in)")
                                            : plainText(m_packet.doing, longestMessage);
        case SupportField::Integration:
            return integration();
        case SupportField::Frequency:
            return frequency();
        case SupportField::Changes:
            return changes();
        case SupportField::Message:
            return message();
        case SupportField::Occurred:
            return occurred();
        case SupportField::Pictures:
            return m_pictures.isEmpty() ? translate("Support", "There is none in this packet.")
                                        : listed(m_pictures);
        case SupportField::Steps:
            return steps();
        }
        Q_UNREACHABLE();
    }

    QString message() const
    {
        if (!m_packet.error)
            return translate("Support", "No failure of this connection is known.");
        const HistoryEvent &error = *m_packet.error;
        QStringList codes;
        if (error.httpStatus)
            codes += u"HTTP %1"_s.arg(*error.httpStatus);
        for (const QString &code : {error.code, error.providerCode}) {
            if (!code.isEmpty() && !codes.contains(code))
                codes += plainText(code, longestMessage);
        }
        QStringList lines {historySentence(error, m_packet.providerName)};
        if (!codes.isEmpty())
            lines += codes.join(u" · "_s);
        if (!error.message.isEmpty())
            lines += plainText(error.message, longestMessage);
        lines += error.action == pastedAction
            ? translate("Support", "Seen outside of Relink and kept by the merchant")
            : translate("Support", "Seen while: %1").arg(stageWord(error.stage));
        return lines.join(u'\n');
    }

    QString integration() const
    {
        const Connection &c = m_packet.connection;
        QStringList lines;
        if (!c.via.isEmpty())
            lines += translate("Support", "Integration of: %1").arg(plainText(c.via, 80));
        lines += translate("Support", "Platform: %1").arg(plainText(m_packet.providerName, 80));
        if (!m_packet.otherProviderName.isEmpty())
            lines += translate("Support", "Works with: %1")
                         .arg(plainText(m_packet.otherProviderName, 80));
        lines += translate("Support", "Environment: %1").arg(environmentWord(c.environment));
        return lines.join(u'\n');
    }

    QString occurred() const
    {
        if (!m_packet.error)
            return translate("Support", "No failure of this connection is known.");
        const HistoryEvent &error = *m_packet.error;
        QStringList lines {
            translate("Support", "First occurred: %1")
                .arg(time(error.firstSeen.isValid() ? error.firstSeen : error.time))};
        if (error.noticedAt.isValid())
            lines += translate("Support", "First noticed: %1").arg(time(error.noticedAt));
        lines += translate("Support", "Last seen: %1").arg(time(error.time));
        if (m_packet.frequency.first.isValid() && m_packet.frequency.first < error.firstSeen) {
            lines += translate("Support", "The same failure was seen before, first on: %1")
                         .arg(time(m_packet.frequency.first));
        }
        return lines.join(u'\n');
    }

    QString frequency() const
    {
        const SupportFrequency &often = m_packet.frequency;
        switch (often.kind) {
        case SupportFrequency::Kind::None:
            return translate("Support", "No failure of this connection is known.");
        case SupportFrequency::Kind::Once:
            return translate("Support", "Seen once so far.");
        case SupportFrequency::Kind::EveryTime:
            return translate("Support", "Every time: seen %n times, and never without in between.",
                             nullptr, often.failures);
        case SupportFrequency::Kind::Sometimes:
            return often.recoveries == 1
                ? translate(
                    "Support",
                    "Only now and then: seen %n times, and it worked again once in between.",
                    nullptr, often.failures)
                : translate("Support",
                            "Only now and then: seen %n times, and it worked again %1 times in "
                            "between.",
                            nullptr, often.failures)
                      .arg(often.recoveries);
        }
        Q_UNREACHABLE();
    }

    QString changes() const
    {
        QStringList lines;
        for (const HistoryEvent &change : m_packet.changes)
            lines += line(change);
        return lines.isEmpty() ? translate("Support", "None is known.") : listed(lines);
    }

    QString steps() const
    {
        QStringList lines;
        for (const SupportStep &step : m_packet.steps) {
            QString text = triedStep(step, valuesFor(m_packet), time(step.at));
            if (!step.source.isEmpty())
                text += u" ["_s % plainText(step.source, 80) % u']';
            lines += text;
        }
        for (const HistoryEvent &attempt : m_packet.attempts)
            lines += line(attempt);
        return lines.isEmpty() ? translate("Support", "None is known.") : listed(lines);
    }

    QString line(const HistoryEvent &event) const
    {
        QString text = time(event.time) % u": "_s % historySentence(event, m_packet.providerName);
        if (!event.message.isEmpty())
            text += u" – "_s % plainText(event.message, longestMessage);
        if (event.count > 1)
            text += u' ' % translate("CommandLine", "(%n times)", nullptr, event.count);
        return text;
    }

    QString connection() const
    {
        const Connection &c = m_packet.connection;
        QStringList lines;
        const auto named = [&lines](const QString &label, const QString &value) {
            if (!value.isEmpty())
                lines += label.arg(plainText(value, 200));
        };
        named(translate("Support", "Name: %1"), c.name);
        named(translate("Support", "Organisation: %1"), c.organisation.name);
        named(translate("Support", "Account: %1"), c.identity);
        lines += translate("Support", "State: %1 (%2)")
                     .arg(words::statusWord(c.state),
                          reason(c, m_packet.providerName, m_packet.madeAt));
        named(translate("Support", "Permissions: %1"), c.scope.join(u' '));
        if (c.state.verifiedAt.isValid())
            lines += translate("Support", "Last worked: %1").arg(time(c.state.verifiedAt));
        if (c.refreshExpiresAt)
            lines += translate("Support", "Sign-in lasts until: %1").arg(time(*c.refreshExpiresAt));
        return lines.join(u'\n');
    }

    QString history() const
    {
        QStringList lines;
        for (const HistoryEvent &event : m_packet.events.mid(0, mostHistory))
            lines += line(event);
        if (m_packet.events.size() > mostHistory)
            lines += translate("Support", "Older ones stand in support.json.");
        return lines.isEmpty() ? translate("Support", "Nothing has gone wrong so far.")
                               : listed(lines);
    }

    QString versions() const
    {
        const SupportVersions &v = m_packet.versions;
        return u"Relink %1 · Qt %2\n%3\n%4"_s.arg(v.relink, v.qt, v.system, v.keyring);
    }

    QString leftOut() const
    {
        QStringList lines;
        for (const HiddenValue &value : m_packet.hidden) {
            const QString sentence = hiddenSentence(value, m_packet.madeAt);
            if (!lines.contains(sentence))
                lines += sentence;
        }
        return lines.isEmpty() ? translate("Support", "Nothing had to be replaced.")
                               : listed(lines);
    }

    const SupportPacket &m_packet;
    const QStringList m_pictures;
    QString m_text;
};

} // namespace

QString supportText(const SupportPacket &packet, const QStringList &pictures)
{
    return Writer(packet, pictures).text();
}

} // namespace relink::words
