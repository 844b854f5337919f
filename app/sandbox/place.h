// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"

#include <QByteArray>
#include <QRegularExpression>

#include <optional>

namespace relink::sandbox {

enum class PlaceKind {
    Authorization,
    Device, //!< RFC 8628 3.1
    Token,
    Revocation,
    Login,
    Account, //!< the one call right after the tokens came
    Probe,
    Area, //!< a named probe
    Reachability, //!< answers without a credential
    Api, //!< any other call to a host of the provider
    Metadata, //!< RFC 8414 and OpenID Connect discovery
    Accepted, //!< where a provider without loopback redirects shows the code
    DevicePage, //!< where a person types a device's code
};

QString toString(PlaceKind kind);

//! What an address of the sandbox stands for.
struct Place
{
    PlaceKind kind = PlaceKind::Api;
    const ProviderPack *pack = nullptr;
    QList<const AuthMethod *> methods; //!< those that use this address; Api: all
    bool discovered = false; //!< an address that metadata names
    std::optional<Environment> environment; //!< absent: the host serves both
    QString area; //!< Area: the named probe's id
    QString host; //!< the provider's, placeholders filled in
    QMap<QString, QString> values; //!< placeholders that stood in the address
};

//! Finds the place of a request. Addresses follow core/rules/practicemapping.h:
//! `/{pack id}/{host}{path}` with the hosts of environments switched; packs that discover their
//! addresses are played under `/{pack id}/`.
class Atlas
{
public:
    //! Keeps pointers into `packs`, which must outlive it unchanged.
    explicit Atlas(const QList<ProviderPack> &packs);

    //! Of several places at one address the one that this HTTP method is for.
    std::optional<Place> find(const QByteArray &path, const QByteArray &verb) const;

private:
    struct Entry
    {
        Place place;
        QByteArray verb; //!< empty: any
        QRegularExpression path; //!< first capture: the host
        QStringList names; //!< of the further captures
    };

    void addMethod(const ProviderPack &pack, const AuthMethod &method);
    void add(const ProviderPack &pack, PlaceKind kind, const AuthMethod &method,
             const QString &templ, const QByteArray &verb = {}, const QString &area = {});
    void addFixed(const ProviderPack &pack, PlaceKind kind, const AuthMethod *method,
                  const QString &path);
    static std::optional<Place> matched(const Entry &entry, const QString &path);

    QList<Entry> m_entries; //!< most particular first
};

} // namespace relink::sandbox
