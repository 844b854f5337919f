// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/namedprobecheck.h"

#include "core/rules/caseless.h"
#include "core/rules/packcheck.h"
#include "core/rules/template.h"

#include <QJsonArray>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! Each is one more call whenever a merchant checks.
constexpr qsizetype mostOfThem = 8;

//! The same pack with a named probe as its probe, so that every rule about the probe holds for it.
struct Stand
{
    ProviderPack pack;
    QJsonObject root;
    QString probe; //!< where it stands in for
};

QJsonObject callOf(QJsonObject named)
{
    for (const auto key : {"id"_L1, "what"_L1, "scopes"_L1, "source"_L1})
        named.remove(key);
    return named;
}

//! Without any named probe.
Stand bare(const ProviderPack &pack, const QJsonObject &root)
{
    Stand stand {pack, root, {}};
    stand.pack.namedProbes.clear();
    stand.root.remove("named_probes"_L1);
    QJsonArray methods = root.value("auth_methods"_L1).toArray();
    for (qsizetype i = 0; i < stand.pack.authMethods.size(); ++i) {
        stand.pack.authMethods[i].namedProbes.reset();
        QJsonObject object = methods.at(i).toObject();
        object.remove("named_probes"_L1);
        methods[i] = object;
    }
    stand.root.insert("auth_methods"_L1, methods);
    return stand;
}

//! In the pack's place, for every way of connecting that has no named probes of its own.
Stand inThePack(const ProviderPack &pack, const QJsonObject &root, qsizetype index)
{
    Stand stand = bare(pack, root);
    QJsonArray methods = stand.root.value("auth_methods"_L1).toArray();
    for (qsizetype i = 0; i < pack.authMethods.size(); ++i) {
        AuthMethod &method = stand.pack.authMethods[i];
        QJsonObject object = methods.at(i).toObject();
        if (pack.authMethods[i].namedProbes) {
            if (!method.probe) {
                method.probe = pack.probe;
                object.insert("probe"_L1, root.value("probe"_L1));
            }
        } else {
            method.probe.reset();
            object.remove("probe"_L1);
        }
        methods[i] = object;
    }
    stand.pack.probe = pack.namedProbes.at(index).call;
    stand.root.insert("auth_methods"_L1, methods);
    stand.root.insert("probe"_L1,
                      callOf(root.value("named_probes"_L1).toArray().at(index).toObject()));
    stand.probe = u"$.probe"_s;
    return stand;
}

Stand inTheWay(const ProviderPack &pack, const QJsonObject &root, qsizetype way, qsizetype index)
{
    Stand stand = bare(pack, root);
    stand.pack.authMethods[way].probe = pack.authMethods.at(way).namedProbes->at(index).call;
    QJsonArray methods = stand.root.value("auth_methods"_L1).toArray();
    const QJsonArray named = root.value("auth_methods"_L1)
                                 .toArray()
                                 .at(way)
                                 .toObject()
                                 .value("named_probes"_L1)
                                 .toArray();
    QJsonObject object = methods.at(way).toObject();
    object.insert("probe"_L1, callOf(named.at(index).toObject()));
    methods[way] = object;
    stand.root.insert("auth_methods"_L1, methods);
    stand.probe = u"$.auth_methods[%1].probe"_s.arg(way);
    return stand;
}

class Check
{
public:
    Check(const QDate &today, const QList<PackProblem> &known)
        : m_today(today)
        , m_known(known)
    {}

    QList<PackProblem> found;

    void list(const QList<NamedProbe> &probes, const QString &path)
    {
        if (probes.size() > mostOfThem)
            found.append({path, u"%1 are the most: each is one more call."_s.arg(mostOfThem)});
        QStringList ids;
        QStringList names;
        for (qsizetype i = 0; i < probes.size(); ++i) {
            const QString at = u"%1[%2]"_s.arg(path).arg(i);
            const QString name = caseless(probes[i].what.simplified());
            if (!isPlaceholderName(probes[i].id))
                found.append({QString(at + u".id"_s),
                              u"An id has letters, digits, dot, hyphen, underscore."_s});
            if (ids.contains(probes[i].id))
                found.append({QString(at + u".id"_s), u"Two named probes have this id."_s});
            if (names.contains(name))
                found.append({QString(at + u".what"_s), u"Two named probes have this name."_s});
            ids.append(probes[i].id);
            names.append(name);
        }
    }

    void asProbe(const Stand &stand, const QString &at)
    {
        static const QString bound = u".environment"_s;
        for (PackProblem problem : packProblems(stand.pack, stand.root, m_today)) {
            if (problem.path == stand.probe || problem.path.startsWith(stand.probe + u'.'))
                problem.path = at + problem.path.mid(stand.probe.size());
            else if (!problem.path.endsWith(bound) || m_known.contains(problem))
                continue;
            if (!found.contains(problem))
                found.append(problem);
        }
    }

    void host(const ProviderPack &pack, const AuthMethod &method, const NamedProbe &probe,
              const QString &at)
    {
        const QString wanted = templateAuthority(probe.call.url);
        const QStringList addresses {
            pack.probeOf(&method).url, method.accountCall.url, method.tokenEndpoint,
            method.refreshEndpoint,    method.loginEndpoint,   pack.revocationOf(&method).endpoint};
        const bool called
            = std::any_of(addresses.begin(), addresses.end(), [&wanted](const QString &address) {
                  return templateAuthority(address) == wanted;
              });
        const PackProblem problem {
            QString(at + u".url"_s),
            u"Nothing else of “%1” goes to “%2”, and a named probe opens no new host."_s.arg(
                method.id, wanted)};
        if (!called && !found.contains(problem))
            found.append(problem);
    }

private:
    QDate m_today;
    const QList<PackProblem> &m_known;
};

} // namespace

QList<PackProblem> namedProbeProblems(const ProviderPack &pack, const QJsonObject &root,
                                      const QDate &today, const QList<PackProblem> &known)
{
    Check check(today, known);
    const QString ofPack = u"$.named_probes"_s;
    const bool used
        = std::any_of(pack.authMethods.begin(), pack.authMethods.end(), [](const AuthMethod &m) {
              return !m.namedProbes && m.kind != AuthKind::Delegated;
          });
    check.list(pack.namedProbes, ofPack);
    if (!used && !pack.namedProbes.isEmpty())
        check.found.append({ofPack, u"No way of connecting uses these."_s});
    for (qsizetype i = 0; used && i < pack.namedProbes.size(); ++i) {
        const QString at = u"%1[%2]"_s.arg(ofPack).arg(i);
        check.asProbe(inThePack(pack, root, i), at);
        for (const AuthMethod &method : pack.authMethods) {
            if (!method.namedProbes && method.kind != AuthKind::Delegated)
                check.host(pack, method, pack.namedProbes[i], at);
        }
    }
    for (qsizetype way = 0; way < pack.authMethods.size(); ++way) {
        const AuthMethod &method = pack.authMethods[way];
        if (!method.namedProbes)
            continue;
        const QString ofWay = u"$.auth_methods[%1].named_probes"_s.arg(way);
        check.list(*method.namedProbes, ofWay);
        for (qsizetype i = 0; i < method.namedProbes->size(); ++i) {
            const QString at = u"%1[%2]"_s.arg(ofWay).arg(i);
            check.asProbe(inTheWay(pack, root, way, i), at);
            check.host(pack, method, method.namedProbes->at(i), at);
        }
    }
    return check.found;
}

} // namespace relink
