// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/probeanswer.h"

#include "sandbox/answers.h"
#include "sandbox/captured.h"
#include "sandbox/practice.h"
#include "sandbox/xmlanswer.h"

#include "core/rules/template.h"

#include <QJsonArray>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

//! One caller's answer in the making.
struct Making
{
    const Visit &visit;
    const AuthMethod &method;
    const Grant *grant; //!< null for a key
    const ProbeDefinition &probe;
    const PracticePerson &who;

    QStringList organisationKeys() const
    {
        return grant ? grant->organisations : QStringList {organisations().first().key};
    }
};

QString organisationIdFor(const Making &m, const PracticeOrganisation &organisation)
{
    // A provider with the shop in its host names the shop by that host; one that lists what can be
    // chosen has a region there.
    if (templateAuthority(m.probe.url).contains(u'{') && m.probe.organisationListPath.isEmpty())
        return m.visit.place.host;
    // Where the account is the person, another person is another account.
    if (m.probe.identityPath == m.probe.organisationIdPath && m.who.key != people().first().key)
        return organisation.uuid + u'-' + m.who.key;
    return organisation.uuid;
}

QJsonValue withOrganisation(const Making &m, QJsonValue root, const PracticeOrganisation &o)
{
    if (!m.probe.organisationIdPath.isEmpty())
        root = withValueAt(root, m.probe.organisationIdPath, organisationIdFor(m, o));
    if (!m.probe.organisationNamePath.isEmpty())
        root = withValueAt(root, m.probe.organisationNamePath, o.name);
    return root;
}

QJsonValue withIdentity(const Making &m, const QJsonValue &root)
{
    const QString &path = m.probe.identityPath;
    if (path.isEmpty() || path == m.probe.organisationIdPath || !root.isObject())
        return root;
    return withValueAt(root, path, m.who.number);
}

QJsonValue scalarOf(const QString &text)
{
    if (text == "true"_L1 || text == "false"_L1)
        return text == "true"_L1;
    bool number = false;
    const qint64 value = text.toLongLong(&number);
    return number && QString::number(value) == text ? QJsonValue(value) : QJsonValue(text);
}

//! What the account call is made for; kept with the grant, for the addresses that it fills in.
QJsonValue withAccount(const Making &m, QJsonValue root, Grant *grant)
{
    for (const Capture &capture : m.method.accountCall.captures) {
        QString value = grant ? grant->values.value(capture.as) : QString();
        if (value.isEmpty()) {
            value
                = captureValue(capture, m.visit.place, organisation(m.organisationKeys().value(0)));
        }
        if (grant)
            grant->values.insert(capture.as, value);
        root = withValueAt(root, capture.from, sentValue(capture, value));
    }
    return root;
}

QJsonValue probeValue(const Making &m)
{
    QJsonValue root {QJsonObject()};
    if (!m.probe.organisationListPath.isEmpty()) {
        QJsonArray list;
        for (const QString &key : m.organisationKeys()) {
            if (!m.grant || !m.grant->disconnected)
                list.append(withOrganisation(m, QJsonObject(), organisation(key)));
        }
        root = withValueAt(root, m.probe.organisationListPath, list);
    } else {
        root = withOrganisation(m, root, organisation(m.organisationKeys().value(0)));
    }
    root = withIdentity(m, root);
    if (!m.probe.successPath.isEmpty())
        root = withValueAt(root, m.probe.successPath, scalarOf(m.probe.successValue));
    return root;
}

} // namespace

http::Response probeAnswer(const Visit &visit, const Caller &caller)
{
    const AuthMethod &method = *caller.method;
    const PracticePerson &who = person(caller.grant ? caller.grant->person : QString());
    if (visit.place.discovered) {
        return jsonAnswer(
            200,
            QJsonObject {{u"sub"_s, who.number}, {u"name"_s, who.name}, {u"email"_s, who.email}});
    }
    const Making making {visit, method, caller.grant, visit.place.pack->probeOf(&method), who};
    const bool sameAddress = method.accountCall.url == making.probe.url;
    if (visit.place.kind == PlaceKind::Account)
        return jsonAnswer(200, withAccount(making, QJsonObject(), caller.grant));
    const bool lists = !making.probe.organisationListPath.isEmpty();
    if (caller.grant && caller.grant->disconnected && !lists)
        return wrongOrganisation(visit);
    if (!making.probe.jsonAnswer)
        return textAnswer(200, u"OK"_s);
    QJsonValue root = probeValue(making);
    if (method.accountCall.exists() && sameAddress)
        root = withAccount(making, root, caller.grant);
    return making.probe.xmlAnswer ? xmlAnswer(200, root) : jsonAnswer(200, root);
}

} // namespace relink::sandbox
