// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/control.h"

#include "sandbox/answers.h"
#include "sandbox/homepage.h"
#include "sandbox/html.h"
#include "sandbox/parameters.h"
#include "sandbox/practiceinputs.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

http::Response problem(int status, const QString &sentence)
{
    return jsonAnswer(status, QJsonObject {{u"error"_s, sentence}});
}

http::Response wrongMethod(const QString &allowed)
{
    http::Response response = problem(405, u"Use "_s + allowed);
    response.headers.append(HttpHeader {"Allow", allowed.toLatin1()});
    return response;
}

http::Response backToPage()
{
    return {303, {{"Location", "/"}, {"Cache-Control", "no-store"}}, {}};
}

//! The object sent, or a sentence that says what is wrong with the body.
struct Sent
{
    std::optional<QJsonObject> object;
    QString problem;
};

Sent readObject(const http::Request &request)
{
    if (isForm(request)) {
        QJsonObject object;
        const Parameters form = fromForm(request.body);
        for (auto it = form.values.begin(); it != form.values.end(); ++it) {
            if (!it.value().isEmpty())
                object.insert(it.key(), it.value());
        }
        return {object, {}};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError)
        return {
            std::nullopt,
            u"The body is not JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset)};
    if (!document.isObject())
        return {std::nullopt, u"The body must be a JSON object"_s};
    return {document.object(), {}};
}

QJsonArray faultList(const World &world)
{
    QJsonArray list;
    const QList<Fault> faults = world.faults.list();
    for (const Fault &fault : faults)
        list.append(fault.toJson());
    return list;
}

http::Response setFault(World &world, const http::Request &request)
{
    const Sent sent = readObject(request);
    if (!sent.object)
        return problem(400, sent.problem);
    const FaultRequest wanted = parseFault(*sent.object, world.providerIds());
    if (!wanted.fault)
        return problem(400, wanted.problem);
    const Fault &fault = *wanted.fault;
    QJsonObject answer = fault.toJson();
    answer.insert(u"lasting"_s, !changesGrants(fault.kind));
    Ledger &ledger = world.ledger;
    switch (fault.kind) {
    case FaultKind::Expire:
        answer.insert(u"grants"_s, ledger.expireAccess(fault.provider));
        break;
    case FaultKind::Revoke:
        answer.insert(u"grants"_s, ledger.end(fault.provider, Grant::End::Revoked));
        break;
    case FaultKind::HardExpire:
        answer.insert(u"grants"_s, ledger.end(fault.provider, Grant::End::HardExpired));
        world.keys.withdraw(fault.provider);
        break;
    case FaultKind::DisconnectOrganisation:
        answer.insert(u"grants"_s, ledger.disconnectOrganisation(fault.provider));
        break;
    default:
        world.faults.set(fault);
    }
    return isForm(request) ? backToPage() : jsonAnswer(200, answer);
}

//! The provider named in the body; every one when the body is empty.
http::Response restore(World &world, const http::Request &request)
{
    QStringList providers = world.providerIds();
    if (!request.body.trimmed().isEmpty()) {
        const Sent sent = readObject(request);
        if (!sent.object)
            return problem(400, sent.problem);
        const QString named = sent.object->value("provider"_L1).toString();
        if (!named.isEmpty()) {
            if (!providers.contains(named))
                return problem(400, u"\"provider\" must be one of: "_s + providers.join(u", "_s));
            providers = {named};
        }
    }
    for (const QString &provider : std::as_const(providers)) {
        world.faults.clear(provider);
        world.ledger.restore(provider);
        world.keys.restore(provider);
    }
    return isForm(request) ? backToPage()
                           : jsonAnswer(200, QJsonObject {{u"faults"_s, faultList(world)}});
}

//! A public key of one's own, to sign assertions with.
http::Response registerKey(World &world, const http::Request &request)
{
    const Sent sent = readObject(request);
    if (!sent.object)
        return problem(400, sent.problem);
    const QString provider = sent.object->value("provider"_L1).toString();
    if (!world.providerIds().contains(provider)) {
        return problem(400, u"\"provider\" must be one of: "_s + world.providerIds().join(u", "_s));
    }
    if (!world.keys.add(provider, sent.object->value("public_key"_L1).toString().toLatin1()))
        return problem(400, u"\"public_key\" must be a public key as PEM text"_s);
    return isForm(request) ? backToPage()
                           : jsonAnswer(200, QJsonObject {{u"provider"_s, provider}});
}

//! What to type in now: provider -> way of connecting -> input -> value.
http::Response practiceAnswer(World &world, const http::Request &request)
{
    const QString named = fromForm(request.query).value(u"environment"_s);
    const Environment environment
        = named == "test"_L1 ? Environment::Test : Environment::Production;
    const QString provider = fromForm(request.query).value(u"provider"_s);
    QJsonObject providers;
    for (const ProviderPack &pack : std::as_const(world.packs)) {
        if (!provider.isEmpty() && pack.id != provider)
            continue;
        QJsonObject methods;
        for (const AuthMethod &method : pack.authMethods) {
            QJsonObject inputs;
            const QMap<QString, QString> values = practiceInputs(world, pack, method, environment);
            for (auto it = values.begin(); it != values.end(); ++it)
                inputs.insert(it.key(), it.value());
            methods.insert(method.id, inputs);
        }
        providers.insert(pack.id, methods);
    }
    return jsonAnswer(200, providers);
}

http::Response faultsAnswer(World &world, const http::Request &request)
{
    if (request.method == "POST")
        return setFault(world, request);
    if (request.method == "DELETE") {
        world.faults.clear({});
        return jsonAnswer(200, QJsonObject {{u"faults"_s, QJsonArray()}});
    }
    if (request.method != "GET" && request.method != "HEAD")
        return wrongMethod(u"GET, POST, DELETE"_s);
    QStringList known;
    for (const FaultKind kind : allFaultKinds())
        known.append(toString(kind));
    return jsonAnswer(200,
                      QJsonObject {
                          {u"faults"_s, faultList(world)},
                          {u"known"_s, QJsonArray::fromStringList(known)},
                          {u"providers"_s, QJsonArray::fromStringList(world.providerIds())},
                      });
}

} // namespace

std::optional<http::Response> controlAnswer(World &world, RequestLog &log,
                                            const http::Request &request)
{
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (request.path == "/")
        return reads ? homePage(world) : wrongMethod(u"GET"_s);
    if (request.path == stylePath)
        return reads ? styleAnswer() : wrongMethod(u"GET"_s);
    if (request.path == "/_sandbox/faults")
        return faultsAnswer(world, request);
    if (request.path == "/_sandbox/restore")
        return request.method == "POST" ? restore(world, request) : wrongMethod(u"POST"_s);
    if (request.path == "/_sandbox/keys")
        return request.method == "POST" ? registerKey(world, request) : wrongMethod(u"POST"_s);
    if (request.path == "/_sandbox/practice")
        return reads ? practiceAnswer(world, request) : wrongMethod(u"GET"_s);
    if (request.path == "/_sandbox/log") {
        if (request.method == "DELETE")
            log.clear();
        else if (!reads)
            return wrongMethod(u"GET, DELETE"_s);
        return http::Response {
            200,
            {{"Content-Type", "application/x-ndjson"}, {"Cache-Control", "no-store"}},
            log.lines()};
    }
    return std::nullopt;
}

} // namespace relink::sandbox
