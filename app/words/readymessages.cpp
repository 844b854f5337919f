// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/readymessages.h"

#include "core/rules/plaintext.h"
#include "core/rules/redact.h"
#include "words/translate.h"
#include "words/words.h"

#include <QLocale>

namespace relink::words {

using namespace Qt::StringLiterals;

namespace {

QString valueOf(const MessageMatter &matter, const QString &name)
{
    return plainText(matter.values.value(name), 120);
}

//! What is the matter, and what the provider said of it.
QStringList situation(const MessageMatter &matter)
{
    const QString provider = shownProvider(valueOf(matter, u"provider"_s));
    const QString connection = valueOf(matter, u"connection"_s);
    QStringList lines;
    if (matter.since.isValid()) {
        //: Of a message to somebody else. A connection, its provider, when
        lines.append(translate("Message", "Our connection “%1” to %2 does not work (%3).")
                         .arg(connection, provider, when(matter.since, matter.now)));
    } else {
        lines.append(translate("Message", "Our connection “%1” to %2 does not work.")
                         .arg(connection, provider));
    }
    const QString organisation = valueOf(matter, u"organisation"_s);
    if (!organisation.isEmpty() && organisation != connection)
        lines.append(translate("Message", "Organisation: %1").arg(organisation));
    if (const QString account = valueOf(matter, u"account"_s); !account.isEmpty())
        lines.append(translate("Message", "Account: %1").arg(account));
    if (matter.error) {
        const QString own = redact(providersOwnWords(*matter.error));
        if (!own.isEmpty())
            lines.append(translate("Message", "%1 answered: %2").arg(provider, own));
    }
    return lines;
}

QStringList request(const MessageMatter &matter)
{
    QStringList lines;
    if (!matter.task.isEmpty())
        lines.append(translate("Message", "What is needed: %1").arg(matter.task));
    if (!matter.permissions.isEmpty()) {
        //: A list of permissions as the provider names them
        lines.append(translate("Message", "Missing permissions: %1")
                         .arg(plainText(matter.permissions.join(u", "_s), 600)));
    }
    if (!matter.menuPath.isEmpty())
        lines.append(translate("Message", "Where: %1").arg(matter.menuPath));
    if (!matter.link.isEmpty())
        lines.append(translate("Message", "Page: %1").arg(plainText(matter.link)));
    return lines;
}

QString letter(const QStringList &situation, const QStringList &request, const QString &after)
{
    return QStringList {translate("Message", "Hello,"), situation.join(u'\n'), request.join(u'\n'),
                        after, translate("Message", "Thank you.")}
        .join(u"\n\n"_s);
}

} // namespace

QString messageToAdministrator(const MessageMatter &matter)
{
    return letter(situation(matter), request(matter),
                  translate("Message",
                            "Please tell me when it is done, so that I can connect it "
                            "again."));
}

QString messageToDeveloper(const MessageMatter &matter)
{
    QStringList lines = situation(matter);
    const QString via = valueOf(matter, u"via"_s);
    if (!via.isEmpty())
        lines.append(translate("Message", "Integration: %1").arg(via));
    return letter(lines, request(matter),
                  translate("Message",
                            "Please never put keys or tokens into an address, and send "
                            "none to me by e-mail."));
}

} // namespace relink::words
